// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest'
import { AppError } from '../../../src/shared/errors.ts'
import { Answered } from '../../../src/ui/providers/faults.ts'
import type { Checked } from '../../../src/ui/providers/provider.ts'
import { hold } from '../jobs/fakes.ts'
import { fakesOf } from './models.ts'
import { byRole, choose, findings, isShown, perform, press, show, type, words } from './page.ts'
import { openPanel } from './panel.tsx'

afterEach(() => show())

test('the account is a provider, a key and an address', async () => {
  const { settings } = await openPanel({ tab: 'settings', key: '' })
  const provider = byRole<HTMLSelectElement>('combobox', 'Provider')
  expect([...provider.options].map(({ text }) => text)).toEqual(['Fake', 'Other'])
  await type(byRole<HTMLInputElement>('textbox', 'API key'), ' secret ')
  expect(settings.account.value.key).toBe('secret')
  await choose(provider, 'other')
  expect(byRole<HTMLInputElement>('textbox', 'API key').value).toBe('')
  expect(byRole<HTMLInputElement>('textbox', 'Address').placeholder).toBe('https://other.example')
})

test('the key is a text box whose text is hidden by its style, so that nothing offers to store it', async () => {
  await openPanel({ tab: 'settings' })
  const key = byRole<HTMLInputElement>('textbox', 'API key')
  expect([key.type, key.autocomplete]).toEqual(['text', 'off'])
  expect(key.classList).toContain('secret')
})

test('an address that this build may not reach is refused as it is typed', async () => {
  const { settings } = await openPanel({ tab: 'settings' })
  const address = byRole<HTMLInputElement>('textbox', 'Address')
  await type(address, 'https://elsewhere.example')
  expect(words(byRole('alert'))).toContain('may not reach https://elsewhere.example. Use another address')
  expect(address.getAttribute('aria-invalid')).toBe('true')
  expect(address.value).toBe('https://elsewhere.example')
  expect(settings.account.value.address).toBe('')
  await type(address, 'https://relay.example')
  expect(isShown('alert')).toBe(false)
  expect(settings.account.value.address).toBe('https://relay.example')
})

test('a refused address is told at its box alone: Check leads there', async () => {
  const { account } = await openPanel({ tab: 'settings' })
  await type(byRole<HTMLInputElement>('textbox', 'Address'), 'https://elsewhere.example')
  await press(byRole('button', 'Check'))
  expect(words().split('may not reach')).toHaveLength(2)
  expect(account.check.value).toEqual({ at: 'unchecked' })
  expect(document.activeElement).toBe(byRole('textbox', 'Address'))
})

test('Check says that it works, what an edit costs and what is on the account', async () => {
  const answer = hold<Checked>()
  let asked = 0
  const check = () => {
    asked++
    return answer.promise
  }
  await openPanel({ tab: 'settings', provider: { check } })
  byRole('button', 'Check').focus()
  await press(byRole('button', 'Check'))
  // One that is disabled would lose the focus.
  expect(document.activeElement).toBe(byRole('button', 'Checking…'))
  expect(byRole('button', 'Checking…').getAttribute('aria-disabled')).toBe('true')
  await press(byRole('button', 'Checking…'))
  expect(asked).toBe(1)
  answer.resolve({ price: { amount: 0.01, unit: 'USD' }, balance: { amount: 5, unit: 'USD' } })
  await press(document.body)
  expect(words(byRole('status'))).toBe('It works. One edit costs $0.01. On the account: $5.00.')
})

test('Check says why it does not work, and what to do', async () => {
  const check = () => Promise.reject(new AppError('denied', 'The provider says: “Unknown key”.'))
  await openPanel({ tab: 'settings', provider: { check } })
  await press(byRole('button', 'Check'))
  expect(words(byRole('alert'))).toBe(
    'The key was not accepted The provider says: “Unknown key”. Paste it again, or get another one.',
  )
})

test('what Check is refused is no fault of a prompt or an image: there was none', async () => {
  const check = () => Promise.reject(new AppError('refused', 'The provider says: “No such route”.'))
  await openPanel({ tab: 'settings', provider: { check } })
  await press(byRole('button', 'Check'))
  expect(words(byRole('alert'))).toContain('Check the address. If it is right, choose another model.')
  expect(words(byRole('alert'))).not.toContain('prompt')
})

test('it is said what leaves the file and to whom', async () => {
  const { settings } = await openPanel({ tab: 'settings' })
  expect(words()).toContain('go to Fake at fake.example, and to nobody else;')
  await type(byRole<HTMLInputElement>('textbox', 'Address'), 'https://relay.example/team')
  expect(settings.account.value.address).toBe('https://relay.example/team')
  expect(words()).toContain('go to Fake at relay.example, and to nobody else;')
})

test('a key counts once its box is left', async () => {
  const { settings } = await openPanel({ tab: 'settings', key: '' })
  const key = byRole<HTMLInputElement>('textbox', 'API key')
  await type(key, 'secret')
  expect(settings.typing.value).toBe(true)
  await perform(() => key.dispatchEvent(new Event('blur')))
  expect(settings.typing.value).toBe(false)
})

test('a key counts too where its box goes away with the tab', async () => {
  const { settings, tab } = await openPanel({ tab: 'settings', key: '' })
  await type(byRole<HTMLInputElement>('textbox', 'API key'), 'secret')
  await perform(() => {
    tab.value = 'edit'
  })
  expect(settings.typing.value).toBe(false)
})

test('Check of a model that is not known leads to the models', async () => {
  const answer = new Answered(new Response(null, { status: 404 }), 'MODEL_NOT_FOUND')
  const check = () => Promise.reject(new AppError('refused', 'The provider says: “No such model”.', answer))
  await openPanel({ tab: 'settings', provider: { check } })
  await press(byRole('button', 'Check'))
  await press(byRole('button', 'Choose another model'))
  expect(isShown('combobox', 'Model')).toBe(true)
})

test('it is said what is asked before Run', async () => {
  await openPanel({ tab: 'settings' })
  expect(words()).toContain('until then, no image and no prompt leaves this file')
  expect(words()).toContain('the price, which is asked with your options and a blank image')
})

/** Types it, and goes on. */
async function settle(box: HTMLInputElement, text: string) {
  await type(box, text)
  await perform(() => box.dispatchEvent(new Event('change', { bubbles: true })))
}

async function openRuns() {
  const { instead, runs } = fakesOf()
  const panel = await openPanel({ tab: 'settings', instead })
  return { ...panel, runs }
}

const number = (name: string) => byRole<HTMLInputElement>('spinbutton', name)

test('a run has so many requests at once, a deadline for each, and a ceiling if it is wanted', async () => {
  const { runs } = await openRuns()
  expect([number('At once').value, number('Deadline per edit, min').value, number('Ceiling per run').value]).toEqual([
    '6',
    '5',
    '',
  ])
  await settle(number('At once'), '12')
  await settle(number('Deadline per edit, min'), '30')
  await settle(number('Ceiling per run'), '2.50')
  expect(runs.value).toEqual({ parallel: 12, deadline: 30, ceiling: 2.5 })
  await settle(number('Ceiling per run'), '')
  expect(runs.value.ceiling).toBeUndefined()
})

test.each([
  ['At once', '0', 'A whole number from 1 to 12. Until then it stays 6.'],
  ['At once', '13', 'A whole number from 1 to 12. Until then it stays 6.'],
  ['At once', '2.5', 'A whole number from 1 to 12. Until then it stays 6.'],
  ['At once', '', 'A whole number from 1 to 12. Until then it stays 6.'],
  ['Deadline per edit, min', '4', 'A whole number from 5 to 60. Until then it stays 5.'],
  ['Ceiling per run', '0', 'A sum above 0, or nothing for no ceiling.'],
])('%s cannot be “%s”, which stays in the box and is said', async (name, text, sentence) => {
  const { runs } = await openRuns()
  await settle(number(name), text)
  expect(number(name).value).toBe(text)
  expect(words(byRole('alert'))).toBe(sentence)
  expect(runs.value).toEqual({ parallel: 6, deadline: 5, ceiling: undefined })
})

test('the first digit of a ceiling does not count while the next is typed, and nothing typed is lost with the tab', async () => {
  const { runs, tab } = await openRuns()
  await type(number('Ceiling per run'), '1')
  expect(runs.value.ceiling).toBeUndefined()
  await type(number('Ceiling per run'), '12.0')
  expect(number('Ceiling per run').value).toBe('12.0')
  await perform(() => {
    tab.value = 'edit'
  })
  expect(runs.value.ceiling).toBe(12)
})

test('the ceiling names the unit that the provider counts in', async () => {
  const { account } = await openRuns()
  await perform(() => {
    account.balance.value = { amount: 100, unit: 'credits' }
  })
  expect(isShown('spinbutton', 'Ceiling per run, credits')).toBe(true)
})

test('axe finds nothing in the Settings tab, as it is, with a refused address, checked and failed', async () => {
  document.documentElement.lang = 'en'
  document.title = 'Refill'
  let works = true
  const check = async () => {
    if (!works) throw new AppError('denied', 'No.')
    return {}
  }
  await openPanel({ tab: 'settings', provider: { check }, instead: fakesOf().instead })
  expect(await findings()).toEqual([])
  await press(byRole('button', 'Check'))
  expect(await findings()).toEqual([])
  works = false
  await press(byRole('button', 'Check'))
  await type(byRole<HTMLInputElement>('textbox', 'Address'), 'nowhere')
  await settle(number('At once'), '0')
  expect(await findings()).toEqual([])
})
