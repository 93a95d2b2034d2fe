import { typeOf } from '../../../src/shared/picture.ts'
import { createHttp } from '../../../src/ui/providers/http.ts'
import { lumenfall } from '../../../src/ui/providers/lumenfall.ts'
import { TINY_PICTURE } from '../../../src/ui/providers/tiny-picture.ts'

interface Input {
  address: string
  key: string
  model?: string
  prompt?: string
  pictures?: number
  /** ms */
  timeout?: number
  /** ms */
  stopAfter?: number
}

/** One edit where the plugin's UI runs; what came of it as plain values. */
export async function edit({ address, key, timeout, stopAfter, ...given }: Input) {
  const { model = 'p-image-edit', prompt = 'Night', pictures = 1 } = given
  const signal = stopAfter === undefined ? new AbortController().signal : AbortSignal.timeout(stopAfter)
  const statuses: (number | undefined)[] = []
  const onWait = ({ status }: { status?: number | undefined }) => statuses.push(status)
  const http = createHttp({ address, headers: lumenfall.headers(key), signal, timeout, pause: 2, onWait })
  const request = { model, prompt, pictures: Array(pictures).fill(TINY_PICTURE), n: 1, options: {} }
  const { images } = await lumenfall.edit(request, { http, signal })
  const bytes = new Uint8Array((await images[0]?.file.arrayBuffer()) ?? [])
  return { type: typeOf(bytes), repeatedAfter: statuses }
}
