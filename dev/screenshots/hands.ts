import type { FrameLocator, Locator, Page } from 'playwright-core'

/** What a screen is brought about with: the panel, and the designer's hands around it. */
export interface Hands {
  page: Page
  panel: FrameLocator
  select(...names: string[]): Promise<void>
  showPage(name: string): Promise<void>
  tab(name: string): Promise<void>
  write(prompt: string): Promise<void>
  /** Makes a list of prompts. */
  writeAll(...prompts: string[]): Promise<void>
  /** Runs, and waits until all have ended, after what the panel takes for `seconds`. */
  run(seconds: number): Promise<void>
  /** Puts `target` at the upper edge of what scrolls around it, `above` px below. */
  scrollTo(target: Locator, above?: number): Promise<void>
}

export function handsOn(page: Page): Hands {
  const panel = page.frameLocator('iframe')
  const write = (prompt: string) => panel.getByRole('textbox', { name: 'Prompt', exact: true }).fill(prompt)
  return {
    page,
    panel,
    select: (...names) => page.evaluate((names) => window.playground.select(names), names),
    showPage: (name) => page.evaluate((name) => window.playground.showPage(name), name),
    tab: (name) => panel.getByRole('tab', { name, exact: true }).click(),
    write,
    async writeAll(first = '', ...others) {
      await write(first)
      for (const [index, prompt] of others.entries()) {
        await panel.getByRole('button', { name: '+ Prompt' }).click()
        await panel.getByRole('textbox', { name: `Prompt “Prompt ${index + 2}”` }).fill(prompt)
      }
    },
    async run(seconds) {
      await panel.getByRole('button', { name: 'Run', exact: true }).click()
      await panel.getByText(/^0 of /).waitFor()
      await panel.locator('html').evaluate((_, seconds) => window.passSeconds(seconds), seconds)
      await panel.getByText(/^(\d+) of \1\b/).waitFor()
    },
    scrollTo: (target, above = 12) =>
      target.evaluate((target, above) => {
        let around = target.parentElement
        while (around && getComputedStyle(around).overflowY !== 'auto') around = around.parentElement
        if (!around) throw new Error('Nothing scrolls around it.')
        around.scrollTop += target.getBoundingClientRect().top - around.getBoundingClientRect().top - above
      }, above),
  }
}
