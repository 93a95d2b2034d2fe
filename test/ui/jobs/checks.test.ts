import { expect, test } from 'vitest'
import { AppError } from '../../../src/shared/errors.ts'
import { createChecks } from '../../../src/ui/jobs/checks.ts'
import { fakeCode } from './fakes.ts'

const imageOn = (id: string) => ({ id, hash: `hash of ${id}` })

test('what is asked in one moment is one message, and each is told what is wrong with its own', async () => {
  const code = fakeCode({
    checkImages: ({ images }) => images.map(({ id }) => (id === 'gone' ? { fault: 'layer', message: 'Gone.' } : null)),
  })
  const check = createChecks(code)
  const told = await Promise.allSettled(['one', 'gone', 'other'].map(imageOn).map(check))
  expect(code.inputs('checkImages')).toEqual([{ images: ['one', 'gone', 'other'].map(imageOn) }])
  expect(told.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(told[1]).toMatchObject({ reason: { fault: 'layer', message: 'Gone.' } })
})

test('what is asked later is a message of its own, also while the first is not answered', async () => {
  let answer = (_: null[]) => {}
  const code = fakeCode({
    checkImages: ({ images: [first] }) =>
      first?.id === 'slow' ? new Promise((resolve) => (answer = resolve)) : Promise.resolve([null]),
  })
  const check = createChecks(code)
  const slow = check(imageOn('slow'))
  await new Promise((resolve) => setTimeout(resolve))
  await check(imageOn('quick'))
  answer([null])
  await slow
  expect(code.inputs('checkImages').map(({ images }) => images.length)).toEqual([1, 1])
})

test('a sandbox that does not answer fails all that asked, and not those who ask next', async () => {
  let isBroken = true
  const code = fakeCode({
    checkImages: ({ images }) => {
      if (isBroken) throw new AppError('bug', 'Broken.')
      return images.map(() => null)
    },
  })
  const check = createChecks(code)
  const told = await Promise.allSettled(['one', 'other'].map(imageOn).map(check))
  expect(told.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  isBroken = false
  await check(imageOn('next'))
})
