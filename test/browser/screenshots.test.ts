import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../../dev/browser.ts'
import { type RunningPlayground, startPlayground } from '../../dev/host/server/start-playground.ts'
import { layoutDifference } from '../../dev/screenshots/difference.ts'
import { FOLDER, fileOf, MOST_APART, MOST_BYTES } from '../../dev/screenshots/pictures.ts'
import { SCREENS } from '../../dev/screenshots/screens.ts'
import { takeShots } from '../../dev/screenshots/take.ts'

// The panel looks as in docs/images. After a change that is meant: `npm run screenshots`, and look at what it made.

let playground: RunningPlayground
let browser: Browser
beforeAll(async () => {
  playground = await startPlayground({ world: SCREENS[0]!.world, asPublished: true })
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await playground?.stop()
})

test('every screen is laid out as in its kept picture, in both themes', { timeout: 120_000 }, async () => {
  const apart: Record<string, string> = {}
  let taken = 0
  for await (const { name, png } of takeShots(playground, browser, SCREENS)) {
    const difference = await layoutDifference(png, await readFile(fileOf(name)))
    if (difference > MOST_APART) apart[name] = `${(difference * 100).toFixed(1)} % lies otherwise`
    taken++
  }
  expect(apart, 'if this is meant: npm run screenshots').toEqual({})
  expect(taken).toBe(SCREENS.length * 2)
})

test('the kept pictures are those of the screens, and light enough', async () => {
  const kept = (await readdir(FOLDER)).map((file) => join(FOLDER, file))
  const meant = SCREENS.flatMap(({ name }) => [fileOf(`${name}-light`), fileOf(`${name}-dark`)])
  expect(kept.sort()).toEqual([...meant, fileOf('playground')].sort())
  const sizes = await Promise.all(kept.map(async (file) => (await stat(file)).size))
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(MOST_BYTES)
})
