import { upstreamsAt } from '../../relay/src/upstreams.ts'
import { type Bindings, createWorker } from '../../relay/src/workers/create-worker.ts'
import { bucketStore } from '../../relay/src/workers/r2-store.ts'
import type { Setup } from './running-relay.ts'

export default createWorker((options, bindings) => {
  const { origins = {}, limits, room }: Setup = JSON.parse((bindings as Bindings & { TEST: string }).TEST)
  return { ...options, limits, upstreams: upstreamsAt(origins), store: bucketStore(bindings.FILES, room) }
})
