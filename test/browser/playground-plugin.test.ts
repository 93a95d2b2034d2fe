import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Listening, listenOnLoopback } from '../../dev/host/server/listen.ts'
import { useFixture } from './fixture-playground.ts'

// The window around a plugin: what is shown and allowed here holds for every plugin.

let allowed: Listening
let other: Listening
const answer: Parameters<typeof listenOnLoopback>[0] = (_, response) =>
  response.writeHead(200, { 'access-control-allow-origin': '*' }).end('hello')

beforeAll(async () => {
  allowed = await listenOnLoopback(answer, { port: 0 })
  other = await listenOnLoopback(answer, { port: 0 })
})
afterAll(() => Promise.all([allowed.stop(), other.stop()]))

const fixture = useFixture(() => [`http://localhost:${allowed.port}`])

test('the plugin runs in a frame without an origin and cannot reach the page', async () => {
  const reached = await fixture.frame().evaluate(() => {
    const attempt = (reach: () => unknown) => {
      try {
        reach()
        return 'reached'
      } catch (error) {
        return (error as Error).name
      }
    }
    return [self.origin, attempt(() => parent.document), attempt(() => localStorage)]
  })
  expect(reached).toEqual(['null', 'SecurityError', 'SecurityError'])
})

test('the plugin reaches the hosts of its manifest and no other', async () => {
  const answers = await fixture
    .frame()
    .evaluate(
      (ports) =>
        Promise.all(ports.map((port) => fetch(`http://localhost:${port}`).then((response) => response.text(), String))),
      [allowed.port, other.port],
    )
  expect(answers).toEqual(['hello', 'TypeError: Failed to fetch'])
})

test('no text becomes code in the plugin’s frame', async () => {
  // From a timer, because what the test itself runs is exempt.
  const outcome = await fixture.frame().evaluate(
    () =>
      new Promise<string>((resolve) =>
        setTimeout(() => {
          try {
            resolve(String(new Function('return "run"')()))
          } catch (error) {
            resolve((error as Error).name)
          }
        }),
      ),
  )
  expect(outcome).toBe('EvalError')
})

test('bytes go to the code and back unharmed', async () => {
  const echoed = await fixture.frame().evaluate(
    () =>
      new Promise<number[]>((resolve) => {
        addEventListener('message', ({ data }) => data.pluginMessage.bytes && resolve([...data.pluginMessage.bytes]))
        parent.postMessage({ pluginMessage: { kind: 'echo', bytes: Uint8Array.of(0, 127, 255) } }, '*')
      }),
  )
  expect(echoed).toEqual([0, 127, 255])
})

test('switching the theme reaches the plugin while it runs', async () => {
  const background = () => fixture.frame().evaluate(() => getComputedStyle(document.body).backgroundColor)
  expect(await background()).toBe('rgb(255, 255, 255)')
  await fixture.page.getByRole('button', { name: 'Dark theme' }).click()
  await expect.poll(background).toBe('rgb(44, 44, 44)')
  expect(await fixture.frame().evaluate(() => document.documentElement.className)).toBe('figma-dark')
})

test('the plugin finds the account of the stand-in, and its key is in no log', async () => {
  const key = fixture.running.api?.key ?? ''
  const stored = await fixture.frame().evaluate(
    () =>
      new Promise((resolve) => {
        addEventListener('message', ({ data }) => data.pluginMessage.stored && resolve(data.pluginMessage.stored))
        parent.postMessage({ pluginMessage: { kind: 'stored' } }, '*')
      }),
  )
  expect(stored).toMatchObject({
    provider: 'lumenfall',
    accounts: { lumenfall: { key, address: fixture.running.apiUrl } },
  })
  const log = await fixture.page.evaluate(() => JSON.stringify(window.playground.messages()))
  expect(log).toContain('stored')
  expect(log).not.toContain(key)
})

test('what the code throws is counted and can be read', async () => {
  await fixture.ui().getByRole('button', { name: 'Fail' }).click()
  await fixture.page.getByRole('button', { name: '1 error' }).click()
  expect(await fixture.page.getByLabel('Console').inputValue()).toContain('The fixture fails on purpose')
})

test('the window closes by its button and by the plugin, and opens by the menu', async () => {
  const shown = fixture.page.getByRole('region', { name: 'Fixture' })
  await shown.getByRole('button', { name: 'Close' }).click()
  await shown.waitFor({ state: 'hidden' })
  await fixture.page.getByRole('button', { name: 'Plugin commands' }).click()
  await fixture.page.getByRole('button', { name: 'Other…' }).click()
  await shown.waitFor()
  await fixture.ui().getByRole('button', { name: 'Close' }).click()
  await shown.waitFor({ state: 'hidden' })
})
