import { mkdir, writeFile } from 'node:fs/promises'
import type { Browser } from 'playwright-core'
import { launchBrowser } from './browser.ts'
import { type RunningPlayground, startPlayground } from './host/server/start-playground.ts'
import { namesOf, SCREENSHOTS_USAGE } from './screenshots/options.ts'
import { FOLDER, fileOf, toFile } from './screenshots/pictures.ts'
import { takePlayground } from './screenshots/playground.ts'
import { SCREENS } from './screenshots/screens.ts'
import { takeShots } from './screenshots/take.ts'
import { askedFor, runScript } from './script.ts'

// `npm run screenshots [-- name …]`: the pictures of Refill in docs/images, taken from the playground; all of them, or
// those whose names are given.

const wanted = askedFor(SCREENSHOTS_USAGE, namesOf)
await runScript(async () => {
  const browser = await launchBrowser()
  try {
    const playground = await startPlayground({ world: 'hero', asPublished: true })
    try {
      await take(playground, browser)
    } finally {
      await playground.stop()
    }
  } finally {
    await browser.close()
  }
})

async function take(playground: RunningPlayground, browser: Browser) {
  await mkdir(FOLDER, { recursive: true })
  const screens = SCREENS.filter(({ name }) => wanted.includes(name))
  for await (const { name, png } of takeShots(playground, browser, screens)) await keep(name, await toFile(png))
  if (wanted.includes('playground')) await keep('playground', await takePlayground(playground, browser))
}

async function keep(name: string, bytes: Buffer) {
  await writeFile(fileOf(name), bytes)
  console.log(`${fileOf(name)}  ${Math.ceil(bytes.length / 1000)} kB`)
}
