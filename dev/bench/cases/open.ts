import type { Page } from 'playwright-core'
import { medianOf } from '../numbers.ts'
import { photo } from '../picture.ts'
import type { Stage } from '../stage.ts'

/** ms from the beginning of the panel's document to its first paint with content: medians of several openings. */
export interface Open {
  /** With 24 images selected. */
  firstPaint: number
  /** From the command that opens the plugin: Figma's part, the sandbox and what it waits for before it shows a window. */
  fromCommand: number
  /** With 1,000 images selected. */
  of1000: number
}

/** The panel is opened again and again in one page, as a designer does. */
export async function measureOpen(stage: Stage): Promise<Open> {
  const picture = await photo(640, 427)
  const few = await openings(stage, 24, picture)
  const many = await openings(stage, 1000, picture)
  return {
    firstPaint: medianOf(few.map(({ paint }) => paint)),
    fromCommand: medianOf(few.map(({ whole }) => whole)),
    of1000: medianOf(many.map(({ paint }) => paint)),
  }
}

async function openings(stage: Stage, count: number, picture: string) {
  const scene = await stage.open({ kind: 'photos', count }, picture)
  const times: { paint: number; whole: number }[] = []
  for (let time = 0; time < TIMES; time++) times.push(await openAgain(scene.page))
  await scene.close()
  return times
}

async function openAgain(page: Page) {
  await page.evaluate(() => document.getElementById('close')!.click())
  await page.waitForTimeout(REST)
  const began = await page.evaluate(() => {
    void window.playground.run('edit')
    return performance.timeOrigin + performance.now()
  })
  const panel = (await (await page.waitForSelector('#plugin iframe')).contentFrame())!
  await panel.waitForSelector('[role=tabpanel]')
  const { origin, paint } = await panel.evaluate(async () => {
    const [entry] = await new Promise<PerformanceEntryList>((resolve) =>
      new PerformanceObserver((list) => resolve(list.getEntriesByName('first-contentful-paint'))).observe({
        type: 'paint',
        buffered: true,
      }),
    )
    return { origin: performance.timeOrigin, paint: entry!.startTime }
  })
  return { paint, whole: origin + paint - began }
}

const TIMES = 7
/** ms in which what was closed is put away */
const REST = 1000
