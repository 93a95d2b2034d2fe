import { type JobStandIn, type StartOptions, startJobs } from '../jobs/start.ts'
import { pixazo } from './service.ts'

/** Starts the stand-in for Pixazo on loopback; its balance is in USD. Throws when the port is taken. */
export const startPixazo = (options: StartOptions = {}): Promise<JobStandIn> => startJobs(pixazo, options)
