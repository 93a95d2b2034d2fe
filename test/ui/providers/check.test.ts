import { expect, test } from 'vitest'
import { checkByRefusal } from '../../../src/ui/providers/check.ts'
import { everythingIn, faultOf } from './faults-of.ts'
import { failure, httpFor, KEY, sendJson, startServer } from './server.ts'

async function check(status: number, body: unknown = failure('x')) {
  await using server = await startServer((response) => sendJson(response, status, body))
  return await checkByRefusal((schema) => httpFor(server.url).postJson('/run', {}, schema, { free: true }))
}

test.each([
  [400, failure('invalid_request', 'prompt is required')],
  [400, { error: 'Bad Request', message: 'images is required' }],
  [422, { detail: [{ loc: ['body', 'prompt'], msg: 'field required' }] }],
])('a %i over what is missing is the answer that works: %j', async (status, body) => {
  await expect(check(status, body)).resolves.toBeUndefined()
})

test.each([
  [401, failure('unauthorized'), 'denied'],
  [403, failure('forbidden'), 'denied'],
  [403, failure('insufficient_credits'), 'funds'],
  [402, failure('x'), 'funds'],
  [404, failure('not_found'), 'refused'],
  [400, { error: 'Model not found', message: 'It is disabled' }, 'refused'],
  [400, failure('billing_hard_limit_reached'), 'funds'],
  [500, failure('x'), 'provider'],
  [429, failure('x'), 'busy'],
])('%i %j fails as a run would', async (status, body, fault) => {
  const thrown = await faultOf(check(status, body))
  expect(thrown).toMatchObject({ fault })
  expect(thrown.message).not.toContain('charged')
})

test.each([202, 200])('a %i is a surprise that is told, since it may cost', async (status) => {
  expect(await faultOf(check(status, { jobId: 'job_1' }))).toMatchObject({
    fault: 'provider',
    message: expect.stringContaining('may have been charged'),
  })
})

test('no answer is told with all that it may mean, and costs nothing', async () => {
  await using server = await startServer((response) => response.destroy())
  const asked = checkByRefusal((schema) => httpFor(server.url).postJson('/run', {}, schema, { free: true }))
  const thrown = await faultOf(asked)
  expect(thrown).toMatchObject({ fault: 'offline', message: expect.stringMatching(/connection.*failed.*plugin/) })
  expect(thrown.message).not.toContain('charged')
  expect(everythingIn(thrown)).not.toContain(KEY)
})
