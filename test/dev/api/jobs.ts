import { expect } from 'vitest'
import type { JobStandIn, StartOptions } from '../../../dev/api/jobs/start.ts'
import { startPixazo } from '../../../dev/api/pixazo/server.ts'
import { startPixelDojo } from '../../../dev/api/pixeldojo/server.ts'

/** The words that one service has for what both do. */
export interface Client {
  name: string
  start(options?: StartOptions): Promise<JobStandIn>
  /** Where an edit is asked for. */
  path: string
  keyHeader: string
  keyOf(key: string): Record<string, string>
  /** What a usual edit costs, in the service's unit. */
  price: number
  /** The id and the address to ask at, from the answer to an accepted run. */
  told(answer: Json): { id: string; statusUrl: string }
  statusPath(id: string): string
  words: { waiting: string; working: string; done: string; failed: string; broken: string }
  /** Addresses of the results, from a job's answer. */
  resultsIn(answer: Json): string[]
  messageIn(answer: Json): string
}

export type Json = Record<string, unknown>

export const pixelDojo: Client = {
  name: 'PixelDojo',
  start: startPixelDojo,
  path: '/api/v1/models/p-image-edit/run',
  keyHeader: 'authorization',
  keyOf: (key) => ({ authorization: `Bearer ${key}` }),
  price: 0.25,
  told: ({ jobId, statusUrl }) => ({ id: String(jobId), statusUrl: String(statusUrl) }),
  statusPath: (id) => `/api/v1/jobs/${id}`,
  words: { waiting: 'pending', working: 'processing', done: 'completed', failed: 'failed', broken: 'failed' },
  resultsIn: ({ output }) => (output as { images: string[] }).images,
  messageIn: ({ error }) => (error as { message: string }).message,
}

export const pixazo: Client = {
  name: 'Pixazo',
  start: startPixazo,
  path: '/p-image/v1/p-image-edit/generate',
  keyHeader: 'ocp-apim-subscription-key',
  keyOf: (key) => ({ 'ocp-apim-subscription-key': key }),
  price: 0.01,
  told: ({ request_id, polling_url }) => ({ id: String(request_id), statusUrl: String(polling_url) }),
  statusPath: (id) => `/v2/requests/status/${id}`,
  words: { waiting: 'QUEUED', working: 'PROCESSING', done: 'COMPLETED', failed: 'FAILED', broken: 'ERROR' },
  resultsIn: ({ output }) => (output as { media_url: string[] }).media_url,
  messageIn: ({ message }) => String(message),
}

export const BOTH = [pixelDojo, pixazo]

export function post(
  api: JobStandIn,
  { path, keyOf }: Pick<Client, 'path' | 'keyOf'>,
  body: object,
): Promise<Response> {
  return fetch(api.url + path, {
    method: 'POST',
    headers: { ...keyOf(api.key), 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
}

export const jsonOf = async (response: Promise<Response> | Response) => (await (await response).json()) as Json

/** Asks for a run and returns what was told of the job. */
export async function run(api: JobStandIn, client: Client, body: object) {
  const response = await post(api, client, body)
  expect(response.status).toBe(202)
  return client.told(await jsonOf(response))
}

export const ask = (api: JobStandIn, client: Client, id: string, key = api.key) =>
  fetch(api.url + client.statusPath(id), { headers: client.keyOf(key) })

/** Asks until the job has that status. */
export async function until(api: JobStandIn, client: Client, { id, status }: { id: string; status: string }) {
  let answer: Json = {}
  await expect
    .poll(
      async () => {
        answer = await jsonOf(ask(api, client, id))
        return answer.status
      },
      { timeout: 20_000, interval: 20 },
    )
    .toBe(status)
  return answer
}

/** Runs an edit to its end and returns the job's last answer. */
export async function finish(api: JobStandIn, client: Client, body: object, end: keyof Client['words'] = 'done') {
  const { id } = await run(api, client, body)
  return until(api, client, { id, status: client.words[end] })
}
