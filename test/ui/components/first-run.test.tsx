// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest'
import { AppError } from '../../../src/shared/errors.ts'
import type { Provider } from '../../../src/ui/providers/provider.ts'
import { allByRole, byRole, choose, findings, isShown, perform, press, pressKey, show, type, words } from './page.ts'
import { openPanel } from './panel.tsx'

afterEach(() => show())

async function openNew(provider: Partial<Provider> = {}) {
  const models = await openPanel({ key: '', provider: { check: async () => ({}), ...provider } })
  await perform(() => models.settings.load(undefined))
  return models
}

const keyBox = () => byRole<HTMLInputElement>('textbox', 'API key')

test('without a key the Edit tab says what Refill does, the ways to a key, and what leaves the file', async () => {
  await openNew()
  expect(allByRole('heading').map((heading) => words(heading))).toEqual([
    ...['Refill', 'How Refill works', 'I have a key', 'No key yet?', 'What leaves this file', '1 image selected'],
  ])
  expect(words()).toContain('go to Fake, and to nobody else.')
  expect(isShown('textbox', 'Prompt')).toBe(false)
  expect(isShown('button', 'Run')).toBe(false)
  document.documentElement.lang = 'en'
  document.title = 'Refill'
  expect(await findings()).toEqual([])
})

test('the form is there until the stored settings are', async () => {
  await openPanel({ key: '' })
  expect(isShown('textbox', 'Prompt')).toBe(true)
})

test('a key that works opens the form, with the focus in the prompt and the same layers', async () => {
  await openNew()
  await type(keyBox(), 'secret')
  await pressKey(keyBox(), 'Enter')
  expect(document.activeElement).toBe(byRole('textbox', 'Prompt'))
  expect(words()).toContain('1 image selected')
  expect(isShown('heading', 'How Refill works')).toBe(false)
})

test('Check without a key asks for one', async () => {
  await openNew()
  await press(byRole('button', 'Check'))
  expect(words(byRole('alert'))).toContain('There is no key for Fake yet. Paste one first.')
})

test('a key that was refused is explained in its place, and stays to be mended', async () => {
  await openNew({ check: () => Promise.reject(new AppError('denied', 'The provider says: “Unknown key”.')) })
  await type(keyBox(), 'secret')
  await press(byRole('button', 'Check'))
  expect(words(byRole('alert'))).toBe(
    'The key was not accepted The provider says: “Unknown key”. Paste it again, or get another one.',
  )
  expect(keyBox().value).toBe('secret')
  expect(isShown('button', 'Go on without Check')).toBe(false)
})

test('where Check gets no answer, one may go on without it', async () => {
  await openNew({ check: () => Promise.reject(new AppError('offline', 'The provider does not answer.')) })
  await type(keyBox(), 'secret')
  await press(byRole('button', 'Check'))
  await press(byRole('button', 'Go on without Check'))
  expect(document.activeElement).toBe(byRole('textbox', 'Prompt'))
})

test.each([
  [true, 'Check the connection and the address.'],
  [false, 'Check the connection. If that is right, use another provider, or a relay'],
])('where Check gets no answer, only boxes that are there are spoken of (an address: %s)', async (keyless, advice) => {
  await openNew({ keyless, check: () => Promise.reject(new AppError('offline', 'The provider does not answer.')) })
  await type(keyBox(), 'secret')
  await press(byRole('button', 'Check'))
  expect(words(byRole('alert'))).toContain(advice)
})

test('a refused address is told at its box alone: Enter in the key box leads there, as Check does', async () => {
  let checks = 0
  await openNew({ keyless: true, check: async () => ({ balance: checks++ }) as never })
  await type(byRole<HTMLInputElement>('textbox', 'Address'), 'https://elsewhere.example')
  await type(keyBox(), 'secret')
  await pressKey(keyBox(), 'Enter')
  expect(words().split('may not reach')).toHaveLength(2)
  expect(document.activeElement).toBe(byRole('textbox', 'Address'))
  expect(checks).toBe(0)
})

test('a server of one’s own has a box for its address', async () => {
  await openNew({ keyless: true })
  expect(isShown('textbox', 'Address')).toBe(true)
  expect(words()).toContain('go to fake.example, and to nobody else.')
  await choose(byRole<HTMLSelectElement>('combobox', 'Provider'), 'other')
  expect(isShown('textbox', 'Address')).toBe(false)
})

test('another tab and back: a key that was typed counts', async () => {
  await openNew()
  await type(keyBox(), 'secret')
  await press(byRole('tab', 'Settings'))
  expect(keyBox().value).toBe('secret')
  await press(byRole('tab', 'Edit'))
  expect(isShown('textbox', 'Prompt')).toBe(true)
})

test('all of what leaves the file is in Settings', async () => {
  await openNew()
  await press(byRole('button', 'All of it, in Settings'))
  expect(byRole('tab', 'Settings').getAttribute('aria-selected')).toBe('true')
  expect(isShown('heading', 'What leaves this file')).toBe(true)
})
