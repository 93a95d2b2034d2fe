import { basename } from 'node:path'
import type { FrameLocator, Page } from 'playwright-core'

export interface EditRequest {
  /** Where the playground's page is. */
  url: string
  /** Path of the picture file, for its name. */
  image: string
  bytes: Uint8Array
  prompt: string
  /** ms to wait for the run's end */
  patience: number
}

export interface Edited {
  /** What the layer shows, in the pixels it was added with. */
  png: Uint8Array
  /** Why the run failed; undefined where it is done. */
  failure: string | undefined
  /** What was charged, in the panel's words; undefined where the service does not say. */
  charged: string | undefined
  /** ms from pressing Run to the end of the run */
  took: number
}

/** Opens the playground and adds the picture as the selected layer. Returns its id and what was said about the picture. */
export async function addPicture(
  page: Page,
  { url, image, bytes }: EditRequest,
): Promise<{ id: string; said: string[] }> {
  await page.goto(url)
  await page.evaluate(() => window.playground.ready)
  const added = await page.evaluate(
    async (file) => {
      try {
        const id = await window.playground.addImage(file.name, file.bytes)
        window.playground.select([id])
        return { id, said: window.playground.said() }
      } catch (error) {
        return { failure: (error as Error).message }
      }
    },
    { name: basename(image), bytes: Uint8Array.from(bytes) },
  )
  if ('failure' in added) throw new Error(added.failure)
  return added
}

/** Writes the prompt, presses Run and waits, as a designer does. */
export async function runEdit(page: Page, id: string, { prompt, patience }: EditRequest): Promise<Edited> {
  const panel = page.frameLocator('iframe')
  await panel.getByRole('textbox', { name: 'Prompt', exact: true }).fill(prompt)
  const started = Date.now()
  await panel.getByRole('button', { name: 'Run', exact: true }).click()
  const failure = await endOfRun(panel, patience)
  const took = Date.now() - started
  const png = await page.evaluate((layerId) => window.playground.png(layerId), id)
  const [, charged] = /· charged ([^·\n]+)/.exec(await panel.locator('body').innerText()) ?? []
  return { png, failure, charged: charged?.trim(), took }
}

/** Waits for the row of the run to settle, or for a sentence that says why there is none. Returns what went wrong. */
async function endOfRun(panel: FrameLocator, patience: number): Promise<string | undefined> {
  const state = panel.getByRole('list', { name: 'Run', exact: true }).getByText(/^(Done|Failed|Stopped)$/)
  const alert = panel.getByRole('alert')
  await state
    .or(alert)
    .first()
    .waitFor({ timeout: patience })
    .catch(() => {
      throw new Error(`The run was not over after ${patience / 1000} s.`)
    })
  if ((await state.count()) > 0 && (await state.first().textContent()) === 'Done') return undefined
  const told = (await alert.allInnerTexts()).map((text) => text.split('\n').filter(Boolean).join(' · '))
  return told.join(' ') || 'The run was stopped.'
}
