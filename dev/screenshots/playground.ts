import type { Browser } from 'playwright-core'
import sharp from 'sharp'
import type { RunningPlayground } from '../host/server/start-playground.ts'
import { handsOn } from './hands.ts'
import { settle } from './settled.ts'

/** The whole playground after a run, as the README shows it. */
export async function takePlayground({ url }: RunningPlayground, browser: Browser): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, deviceScaleFactor: 2 })
  try {
    await settle(page)
    await page.goto(url)
    await page.evaluate(() => window.playground.ready)
    const { panel, select, write, run } = handsOn(page)
    await select('Hero photo', 'Polaroid')
    await panel.getByText('2 images selected').waitFor()
    await write('Starry night sky')
    await run(9)
    await panel.getByRole('slider').first().waitFor()
    // Pictures in the panel are decoded after they are there.
    await page.waitForTimeout(SETTLE)
    return await sharp(await page.screenshot())
      .resize({ width: WIDTH })
      .webp({ quality: 82, effort: 6 })
      .toBuffer()
  } finally {
    await page.close()
  }
}

/** px */
const WIDTH = 1920
/** ms */
const SETTLE = 800
