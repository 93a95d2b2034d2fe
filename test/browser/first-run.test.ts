import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { playgroundForTests } from '../harness/playground.ts'

const playground = playgroundForTests()
beforeAll(playground.start)
afterEach(playground.tidy)
afterAll(playground.stop)

/** As for a new designer: nothing is stored. */
async function openNew() {
  const opened = await playground.open()
  await opened.page.goto(`${opened.page.url()}?new`)
  await opened.page.evaluate(() => window.playground.ready)
  await opened.page.evaluate(() => window.playground.open('hero'))
  return opened
}
type Opened = Awaited<ReturnType<typeof openNew>>

const keyBox = ({ panel }: Opened) => panel.getByRole('textbox', { name: 'API key', exact: true })
const prompt = ({ panel }: Opened) => panel.getByRole('textbox', { name: 'Prompt', exact: true })
const hasFocus = (box: ReturnType<typeof prompt>) =>
  expect.poll(() => box.evaluate((box) => box.matches(':focus'))).toBe(true)

test('from no key to the first edit by keyboard: a wrong key is explained, the right one opens the form', async () => {
  const opened = await openNew()
  const { panel, page, select, rows, complaints } = opened
  await select('Hero photo', 'Card – beach')
  await panel.getByRole('heading', { name: '2 images selected' }).waitFor()
  // The playground reaches its own stand-ins alone, so their address is given, as one of one’s own would be.
  await panel.getByRole('tab', { name: 'Settings' }).click()
  await panel.getByRole('textbox', { name: 'Address', exact: true }).fill(playground.api.url)
  await panel.getByRole('tab', { name: 'Edit' }).click()
  await keyBox(opened).fill('lmnfl_wrong.key')
  await page.keyboard.press('Enter')
  await panel.getByRole('alert').getByText('The key was not accepted').waitFor()

  await keyBox(opened).fill(playground.api.key)
  await page.keyboard.press('Enter')
  await hasFocus(prompt(opened))
  await panel.getByRole('heading', { name: '2 images selected' }).waitFor()
  await page.keyboard.type('night')
  await page.keyboard.press('ControlOrMeta+Enter')
  await panel.getByText(/^2 of 2\b/).waitFor()
  expect(await rows.count()).toBe(2)
  expect(complaints).toEqual([])
})

test('the stand-in does without a key of one’s own', async () => {
  const opened = await openNew()
  await opened.panel.getByRole('button', { name: 'Try with the stand-in' }).click()
  await hasFocus(prompt(opened))
  expect(await opened.page.evaluate(() => window.playground.said())).toContainEqual(
    expect.stringContaining('Refill is ready. It works.'),
  )
})

test('a prompt from quick actions waits for the key, and is said to', async () => {
  const opened = await openNew()
  await opened.select('Hero photo')
  await opened.page.evaluate(() => window.playground.run('edit', { prompt: 'night' }))
  await opened.panel.getByRole('heading', { name: 'How Refill works' }).waitFor()
  await expect
    .poll(() => opened.page.evaluate(() => window.playground.said()))
    .toContain('Refill needs a key first. What you chose is in the form and waits for Run.')
  await opened.panel.getByRole('button', { name: 'Try with the stand-in' }).click()
  await hasFocus(prompt(opened))
  expect(await prompt(opened).inputValue()).toBe('night')
  expect(await opened.rows.count()).toBe(0)
})

test('the last edit is not run again unseen without a key: the panel shows instead', async () => {
  const opened = await openNew()
  await opened.select('Hero photo')
  await opened.page.evaluate(() => window.playground.run('again'))
  await opened.panel.getByRole('heading', { name: 'How Refill works' }).waitFor()
  await expect
    .poll(() => opened.page.evaluate(() => window.playground.said()))
    .toContain('Refill needs a key before it can run again.')
})
