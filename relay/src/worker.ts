import { createWorker } from './workers/create-worker.ts'

// A default export, since that is where Workers look for it.
export default createWorker()
