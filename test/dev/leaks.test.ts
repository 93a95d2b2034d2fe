import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { watchForKeys } from '../leaks.ts'

// Put together here, or this file itself would be told.
const standIn = ['lmnfl_demo', 'stand-in'].join('.')
const secret = ['pd_very', 'secret', 'key'].join('-')

test('a key in what tests print is found, and not printed once more', () => {
  const keys = watchForKeys()
  keys.look(`all is well\nGET /v1/models?key=${standIn}\nError: ${secret} is not valid`)
  expect(keys.found()).toEqual(['GET /v1/models?key=(a key)', 'Error: (a key) is not valid'])
})

test('what is printed is passed on, and a key across two pieces is found', async () => {
  const keys = watchForKeys()
  const [from, to] = [new PassThrough(), new PassThrough()]
  keys.pass(from, to)
  from.write(`before ${standIn.slice(0, 8)}`)
  from.end(`${standIn.slice(8)} after`)
  await new Promise((resolve) => from.on('end', resolve))
  expect(to.read().toString()).toBe(`before ${standIn} after`)
  expect(keys.found()).toEqual(['before (a key) after'])
})

test('file names and words about keys are none', () => {
  const keys = watchForKeys()
  keys.look('test/ui/providers/jobs.stand-in.test.ts > a key is secret\nPaste your API key')
  expect(keys.found()).toEqual([])
})
