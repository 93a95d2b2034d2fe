import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

setFlagsFromString('--expose-gc')

/** Has Node collect now what nothing holds, as it would at some moment of a long run. */
export const collectGarbage = runInNewContext('gc') as () => void
