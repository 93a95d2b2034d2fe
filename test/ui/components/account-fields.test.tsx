// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import type { Provider } from '../../../src/ui/providers/provider.ts'
import { byRole, choose, findings, isShown, perform, show, type, words } from './page.ts'
import { openPanel } from './panel.tsx'

const openSettings = (takes: 'form' | 'address', more: Partial<Provider> = {}) =>
  openPanel({ tab: 'settings', provider: { takes, ...more } })
const box = (label: string) => byRole<HTMLInputElement>('textbox', label)
const RELAY = 'https://relay.example/team'

test('a relay has its token, and where a provider calls back an address for that; both are asked for only with one', async () => {
  const { settings } = await openSettings('address', { callsBack: true })
  for (const label of ['Relay token', 'Callback address']) expect(isShown('textbox', label)).toBe(false)
  await type(box('Relay address'), RELAY)
  await type(box('Relay token'), ' secret ')
  await type(box('Callback address'), 'https://hooks.example/done')
  expect(settings.account.value).toMatchObject({
    relay: RELAY,
    token: 'secret',
    callback: 'https://hooks.example/done',
  })
  document.documentElement.lang = 'en'
  document.title = 'Refill'
  expect(await findings()).toEqual([])
})

test('an address that is called back is said in what leaves the file', async () => {
  await openSettings('address', { callsBack: true })
  await type(box('Relay address'), RELAY)
  expect(words()).not.toContain('Your callback address goes along')
  await type(box('Callback address'), 'https://hooks.example/done')
  expect(words()).toContain('Your callback address goes along with each edit')
})

test('a callback that cannot be used goes with the relay, and nothing is held up by a box that is not there', async () => {
  const { settings } = await openSettings('address', { callsBack: true })
  await type(box('Relay address'), RELAY)
  await type(box('Callback address'), 'my-hook')
  expect(settings.refusal.value).toBeDefined()
  await type(box('Relay address'), '')
  expect(settings.refusal.value).toBeUndefined()
})

test('a provider that takes bytes has no callback and no way for pictures', async () => {
  await openSettings('form')
  await type(box('Relay address'), RELAY)
  expect([isShown('textbox', 'Callback address'), isShown('combobox', 'Images travel')]).toEqual([false, false])
})

test('a provider whose hosts the relay does not know is offered none', async () => {
  await openPanel({ tab: 'settings', provider: { direct: true } })
  expect(isShown('textbox', 'Relay address')).toBe(false)
})

test('how pictures travel is chosen, and said in what leaves the file', async () => {
  const { settings } = await openSettings('address')
  expect([...byRole('combobox', 'Images travel').querySelectorAll('option')]).toHaveLength(1)
  await type(box('Relay address'), RELAY)
  await choose(byRole<HTMLSelectElement>('combobox', 'Images travel'), 'relay')
  expect(settings.account.value.pictures).toBe('relay')
  expect(words()).toContain('through your relay at relay.example')
  expect(words()).toContain('keeps each image for an hour at the most')
})

test('a relay that this build may not reach says who can allow it', async () => {
  await openSettings('address')
  await type(box('Relay address'), 'https://elsewhere.example')
  expect(byRole('alert').textContent).toContain('may not reach https://elsewhere.example. Use another address, or ask')
  expect(box('Relay address').getAttribute('aria-invalid')).toBe('true')
})

test('names of boxes that come later are their own', async () => {
  await openSettings('address')
  await type(box('Relay address'), RELAY)
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  await perform(() => show())
})
