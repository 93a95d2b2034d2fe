import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

let source: string | undefined

/** What axe-core finds in the panel as it is now, with all of its rules. */
export async function findingsIn(page: Page): Promise<string[]> {
  source ??= await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  const frame = page.frames().find((frame) => frame !== page.mainFrame())!
  if (!(await frame.evaluate(() => 'axe' in globalThis))) await frame.evaluate(source)
  const { violations } = await frame.evaluate(() =>
    (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  )
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
}

/** The same in both themes. */
export async function findingsInThemes(page: Page): Promise<string[]> {
  const panel = page.frameLocator('iframe')
  const theme = page.getByRole('button', { name: 'Dark theme' })
  const light = await findingsIn(page)
  await theme.click()
  await panel.locator('html.figma-dark').waitFor()
  const dark = await findingsIn(page)
  await theme.click()
  await panel.locator('html.figma-light').waitFor()
  return [...light.map((finding) => `light ${finding}`), ...dark.map((finding) => `dark ${finding}`)]
}

/** The same where the panel is as narrow as it can be. */
export async function findingsInNarrow(page: Page): Promise<string[]> {
  await page.locator('iframe').evaluate((element) => {
    element.style.width = '300px'
  })
  return findingsIn(page)
}
