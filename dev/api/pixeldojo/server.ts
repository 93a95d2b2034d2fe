import { type JobStandIn, type StartOptions, startJobs } from '../jobs/start.ts'
import { pixelDojo } from './service.ts'

/** Starts the stand-in for PixelDojo on loopback; its balance is in credits. Throws when the port is taken. */
export const startPixelDojo = (options: StartOptions = {}): Promise<JobStandIn> => startJobs(pixelDojo, options)
