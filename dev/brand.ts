import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { BRAND, FOLDER } from './brand/files.ts'
import { launchBrowser } from './browser.ts'
import { settle } from './screenshots/settled.ts'
import { askedFor, parseOptions, runScript } from './script.ts'

// `npm run brand`: icon and cover for Figma's listing, as SVG and as PNG. A browser draws them, since the cover has words.

askedFor('npm run brand', (args) => parseOptions({ args, options: {} }))
await runScript(async () => {
  const browser = await launchBrowser()
  try {
    await mkdir(FOLDER, { recursive: true })
    for (const { name, svg, size } of BRAND) {
      const page = await browser.newPage({ viewport: size })
      await settle(page)
      // What settles a page runs in the next one that opens.
      await page.goto('about:blank')
      await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${svg}`)
      await page.evaluate(() => document.fonts.ready.then(() => {}))
      await writeFile(join(FOLDER, `${name}.svg`), svg)
      const png = sharp(await page.screenshot()).png({ palette: true, quality: 95, effort: 10 })
      await writeFile(join(FOLDER, `${name}.png`), await png.toBuffer())
      console.log(`Wrote ${name}.svg and ${name}.png to ${FOLDER}.`)
    }
  } finally {
    await browser.close()
  }
})
