import { Agent, get } from 'node:http'
import { afterEach, expect, test } from 'vitest'
import { type StandIn, startApi } from '../../../dev/api/server.ts'

let api: StandIn | undefined
const agent = new Agent({ keepAlive: true, maxSockets: 1 })
afterEach(async () => {
  agent.destroy()
  await api?.stop()
})

/** The local ports that so many requests came from, one after the other. */
async function portsOf(requests: number): Promise<Set<number | undefined>> {
  const ports = new Set<number | undefined>()
  for (let count = 0; count < requests; count++) ports.add(await portOf(`${api!.url}/openai/v1/models`))
  return ports
}

const portOf = (url: string) =>
  new Promise<number | undefined>((resolve, reject) => {
    const request = get(url, { agent, headers: { authorization: `Bearer ${api!.key}` } }, (response) => {
      const port = response.socket.localPort
      response.resume().once('end', () => resolve(port))
    })
    request.once('error', reject)
  })

test('every request has a connection of its own', async () => {
  api = await startApi()
  expect(await portsOf(3)).toHaveProperty('size', 3)
})

test('where that is asked for, one connection carries them all; and the server stops all the same', async () => {
  api = await startApi({ keepsAlive: true })
  expect(await portsOf(3)).toHaveProperty('size', 1)
  await api.stop()
})
