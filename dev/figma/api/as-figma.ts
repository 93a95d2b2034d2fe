import type { Remote } from '../sandbox/remote.ts'

/** The one cast between our API objects, which have the simulated members, and the typings, which list them all. */
export const asFigma = <T>(face: Remote): T => face as unknown as T
