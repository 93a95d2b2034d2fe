import type { Download } from 'playwright-core'
import yauzl from 'yauzl'
import { watchMemory } from '../memory.ts'
import { photo } from '../picture.ts'
import type { Scene, Stage } from '../stage.ts'

export interface ExportTimes {
  /** ms from the click until the ZIP of all files is there */
  wall: number
  /** ms that Figma takes to draw the same, one after the other */
  raw: number
  /** Bytes that the panel's process and the browser's hold above the panel's idle at most; null where nobody tells. */
  peakBytes: number | null
}

/** 100 layers that show photographs, each a PNG of 320 × 240 px, in one ZIP. */
export async function measureExport(stage: Stage): Promise<ExportTimes> {
  const picture = await photo(640, 480)
  const raw = await withWall(stage, picture, ({ page }) => page.evaluate(() => window.bench.timeRawExports()))
  const zipped = await withWall(stage, picture, (scene) => exportAll(stage, scene))
  return { raw, ...zipped }
}

async function withWall<T>(stage: Stage, picture: string, measure: (scene: Scene) => Promise<T>): Promise<T> {
  const scene = await stage.show({ kind: 'wall', count: COUNT }, picture)
  try {
    return await measure(scene)
  } finally {
    await scene.close()
  }
}

async function exportAll(stage: Stage, scene: Scene) {
  const { page, panel } = scene
  await panel.getByRole('tab', { name: 'Export', exact: true }).click()
  await panel.getByRole('button', { name: BUTTON, exact: true }).waitFor()
  const memory = await watchMemory(stage, scene)
  const downloading = page.waitForEvent('download')
  const wall = await panel.evaluate(pressAndWait, { button: BUTTON, after: 'Save again' })
  const peak = await memory.stop()
  const files = await filesIn(await downloading)
  if (files !== COUNT) throw new Error(`The ZIP holds ${files} of ${COUNT} files.`)
  return { wall, peakBytes: peak ? peak.panel + peak.browser : null }
}

/** Runs in the panel, so that no message to this process is part of the time. */
function pressAndWait({ button, after }: { button: string; after: string }): Promise<number> {
  const isThere = (name: string) =>
    [...document.querySelectorAll<HTMLElement>('button, a')].find(({ textContent }) => textContent?.trim() === name)
  return new Promise((resolve) => {
    const startedAt = performance.now()
    const observer = new MutationObserver(() => {
      if (!isThere(after)) return
      observer.disconnect()
      resolve(performance.now() - startedAt)
    })
    observer.observe(document.body, { subtree: true, childList: true, characterData: true })
    isThere(button)?.click()
  })
}

async function filesIn(download: Download): Promise<number> {
  const zip = await yauzl.openPromise(await download.path())
  const { entryCount } = zip
  zip.close()
  return entryCount
}

const COUNT = 100
const BUTTON = `Export ${COUNT} files`
