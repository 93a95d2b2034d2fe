import { expect, test } from 'vitest'
import { listenOnLoopback } from '../../../dev/host/server/listen.ts'

test('a taken port is followed by the next one, or refused where it was asked for', async () => {
  const first = await listenOnLoopback((_, response) => response.end('first'), { port: 0 })
  const second = await listenOnLoopback((_, response) => response.end('second'), { port: first.port, next: true })
  expect(second.port).toBeGreaterThan(first.port)
  await expect(listenOnLoopback(() => {}, { port: first.port })).rejects.toThrow(
    `Port ${first.port} is taken: choose another with --port.`,
  )
  await Promise.all([first.stop(), second.stop()])
})

test('localhost is answered, and no longer after it was stopped', async () => {
  const { port, stop } = await listenOnLoopback((_, response) => response.end('here'), { port: 0 })
  expect(await (await fetch(`http://localhost:${port}`)).text()).toBe('here')
  await stop()
  await expect(fetch(`http://127.0.0.1:${port}`)).rejects.toThrow()
})
