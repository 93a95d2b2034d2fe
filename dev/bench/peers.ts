import { setTimeout as sleep } from 'node:timers/promises'

/** One request for a job; the status of its answer. */
export type Ask = (job: number) => Promise<number>

/** A way of working off jobs that other plugins have. Returns how many results the person has in the end. */
export type Style = (jobs: number, ask: Ask) => Promise<number>

/** As the plugins that were read work, in their own order of things. */
export const STYLES: Readonly<Record<string, Style>> = {
  'one after the other, no retry': async (jobs, ask) => {
    let done = 0
    for (let job = 0; job < jobs; job++) if (isDone(await ask(job))) done++
    return done
  },

  'one after the other, all or nothing': async (jobs, ask) => {
    for (let job = 0; job < jobs; job++) if (!isDone(await ask(job))) return 0
    return jobs
  },

  'pool of three, 429 final, else 2, 4, 8 s': async (jobs, ask) => {
    let [next, done] = [0, 0]
    const worker = async () => {
      for (let job = next++; job < jobs; job = next++) if (await patiently(() => ask(job))) done++
    }
    await Promise.all([worker(), worker(), worker()])
    return done
  },
}

/** Repeats whatever fails but for 429, a refusal that cannot change among them. */
async function patiently(ask: () => Promise<number>): Promise<boolean> {
  for (const pause of [2000, 4000, 8000, undefined]) {
    const status = await ask()
    if (isDone(status)) return true
    if (status === 429 || pause === undefined) return false
    await sleep(pause)
  }
  return false
}

const isDone = (status: number) => status === 200
