import { mkdir } from 'node:fs/promises'
import sharp from 'sharp'
import { launchBrowser } from './browser.ts'
import { startPlayground } from './host/server/start-playground.ts'

// `npm run screenshots`: the pictures of Refill in docs/images, taken from the playground after a real run.

/** px */
const WIDTH = 1920
/** ms */
const SETTLE = 800

const playground = await startPlayground({ world: 'hero' })
const browser = await launchBrowser()
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, deviceScaleFactor: 2 })
  await page.goto(playground.url)
  await page.evaluate(() => window.playground.ready)
  await page.evaluate(() => window.playground.select(['Hero photo', 'Polaroid']))

  const panel = page.frameLocator('iframe')
  await panel.getByText('2 images selected').waitFor()
  await panel.getByRole('textbox', { name: 'Prompt', exact: true }).fill('starry night sky')
  await panel.getByRole('button', { name: 'Run', exact: true }).click()
  await panel.getByText(/^2 of 2/).waitFor()
  await panel.getByRole('slider').first().waitFor()
  // Pictures in the panel are decoded after they are there.
  await page.waitForTimeout(SETTLE)

  await mkdir('docs/images', { recursive: true })
  const file = 'docs/images/playground.jpg'
  await sharp(await page.screenshot())
    .resize({ width: WIDTH })
    .jpeg({ quality: 86, mozjpeg: true })
    .toFile(file)
  console.log(`Wrote ${file}.`)
} finally {
  await browser.close()
  await playground.stop()
}
