import type { Locator } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { playgroundForTests } from '../harness/playground.ts'

// That a list which goes on below its edge fades there, and its end does not.

const playground = playgroundForTests()
beforeAll(playground.start)
afterAll(playground.stop)
afterEach(playground.tidy)

async function fadesUntilItsEnd(scroller: Locator) {
  const to = (px: number) => scroller.evaluate((element, px) => element.scrollTo(0, px), px)
  const fades = () => scroller.evaluate((element) => getComputedStyle(element).maskImage !== 'none')
  await to(0)
  await expect.poll(fades).toBe(true)
  await to(10_000)
  await expect.poll(fades).toBe(false)
}

test('prompts, and the rows of a sheet that are taken and that are wrong', async () => {
  const { panel, select } = await playground.open()
  await select('Hero photo')
  for (let count = 0; count < 4; count++) await panel.getByRole('button', { name: '+ Prompt' }).click()
  await fadesUntilItsEnd(panel.getByRole('region', { name: 'Prompt', exact: true }).locator('[data-scrolls]').first())
  const csv = Array.from({ length: 40 }, (_, at) => (at % 2 ? '{nobody}' : `night ${at}`)).join('\r\n')
  await panel.getByRole('button', { name: 'Paste a sheet…' }).click()
  await panel
    .getByLabel('CSV or TSV file…')
    .and(panel.locator('input'))
    .setInputFiles({ name: 'sheet.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })
  for (const name of ['Found in the sheet', 'What is not right in it']) {
    await fadesUntilItsEnd(panel.getByRole('region', { name, exact: true }))
  }
})
