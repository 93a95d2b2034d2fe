import { afterAll, beforeAll, expect, test } from 'vitest'
import { measureRelay } from '../../../dev/bench/cases/relay.ts'
import { type StandIns, startStandIns } from '../../../dev/host/server/stand-ins.ts'

let standIns: StandIns
beforeAll(async () => {
  standIns = await startStandIns()
})
afterAll(() => standIns.stop())

test('as many requests of 2 MB go straight as by the relay, and each is answered with a picture', async () => {
  const { lumenfall: api, relay } = standIns
  api.balance = null
  api.settings.prepared = true
  const { added, direct } = await measureRelay({ api, relay })
  expect(direct).toBeGreaterThan(0)
  expect(Number.isFinite(added)).toBe(true)
  expect(api.requests.every(({ status, files }) => status === 200 && files[0]?.bytes === 2_000_000)).toBe(true)
  // The relay names itself.
  const straight = api.requests.filter(({ headers }) => headers['user-agent'] !== 'refill-relay')
  expect(straight.length).toBeGreaterThan(1)
  expect(straight).toHaveLength(api.requests.length / 2)
})
