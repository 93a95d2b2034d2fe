import type { Locator } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { playgroundForTests } from '../harness/playground.ts'

// What stands in the panel stays where it is while results arrive: nobody presses what was not there a moment ago.

const playground = playgroundForTests()
beforeAll(playground.start)
afterAll(playground.stop)
afterEach(() => {
  playground.api.settings.latency = 0
  playground.standIns.pixeldojo.settings.working = 0
  return playground.tidy()
})

const NAMES = ['Hero photo', 'Cut-out', 'Photo 01', 'Photo 02']
const SIZES = [
  { width: 300, height: 400 },
  { width: 420, height: 720 },
]

test.each(SIZES)('nothing moves in a run of four at $width × $height, one of which fails', async (size) => {
  const { page, panel, select, run, rows } = await playground.open()
  await page.evaluate(resize, size)
  await panel.getByRole('tab', { name: 'Settings' }).click()
  await panel.getByRole('spinbutton', { name: /^At once/ }).fill('1')
  await panel.getByRole('tab', { name: 'Edit' }).click()
  await select(...NAMES)
  await panel.getByText('4 images selected').waitFor()
  await panel.getByRole('checkbox', { name: 'Each its own result' }).check()
  playground.api.settings.latency = 300
  playground.api.plan(['none', 'policy'])
  await run('night')
  await rows.last().waitFor()
  const jumps = await watch(panel.locator('html'))
  await panel.getByText(/^4 of 4 · charged/).waitFor()
  await rows.getByRole('button', { name: 'Results' }).last().waitFor()
  // The document is read again, and thumbnails are made anew.
  await panel.getByRole('combobox', { name: 'Edit from of Photo 02' }).waitFor()
  expect(await rows.getByText('Failed', { exact: true }).count()).toBe(1)
  expect(await jumps()).toEqual([])
})

test('nothing moves when a prompt becomes too long', async () => {
  const { panel } = await playground.open()
  const prompt = panel.getByRole('textbox', { name: 'Prompt', exact: true })
  await prompt.fill('x'.repeat(1000))
  const jumps = await watch(panel.locator('html'))
  await panel.getByText('1000 / 1000').waitFor()
  await prompt.fill('x'.repeat(1001))
  await panel.getByText('1001 / 1000').waitFor()
  expect(await jumps()).toEqual([])
})

test('once each result was looked at, the image in the gallery keeps its place', async () => {
  const { page, panel, edit, rows } = await playground.open()
  await edit(['Hero photo'], 'night')
  await edit(['Hero photo'], `night ${'and stars '.repeat(12)}`)
  await rows.first().getByRole('button', { name: 'Results Hero photo' }).click()
  await rows.first().getByRole('button', { name: 'Look closer' }).press('Enter')
  const gallery = panel.getByRole('dialog')
  const settled = async (words: RegExp) => {
    await gallery.getByText(words).waitFor()
    return Math.round((await gallery.getByRole('group', { name: 'Zoom' }).boundingBox())!.y)
  }
  const tops = [await settled(/^Result 2 of 2 · shows on the layer · \d/)]
  for (const at of [1, 2, 1]) {
    await page.keyboard.press(at === 1 ? 'ArrowLeft' : 'ArrowRight')
    tops.push(await settled(new RegExp(`^Result ${at} of 2 · .*\\d`)))
  }
  expect(new Set(tops.slice(1)).size).toBe(1)
})

/** Runs in the panel: each answer of the sandbox that holds the word comes a while later, so that the bones are seen. */
function delayAnswers(word: string) {
  if (window === top) return
  const late = new WeakSet<Event>()
  const hold = (event: MessageEvent) => {
    if (late.has(event) || !JSON.stringify(event.data ?? null).includes(word)) return
    event.stopImmediatePropagation()
    const again = new MessageEvent('message', { data: event.data, source: event.source })
    late.add(again)
    setTimeout(() => dispatchEvent(again), 1000)
  }
  addEventListener('message', hold, true)
}

test.each([0, 13])('what an audit finds comes in the place of its bones, with %i images more', async (more) => {
  const { page, panel } = await playground.open('soft')
  for (let index = 0; index < more; index++) {
    const background = { r: index, g: 0, b: 0 }
    const bytes = [
      ...(await sharp({ create: { width: 8, height: 8, channels: 3, background } })
        .png()
        .toBuffer()),
    ]
    await page.evaluate(({ index, bytes }) => window.playground.addImage(`More ${index}`, bytes), { index, bytes })
  }
  await page.addInitScript(delayAnswers, '')
  await page.evaluate(() => window.playground.run('upscale'))
  const bones = panel.locator('[role=tabpanel] [aria-hidden] > div:has(> span)')
  await bones.first().waitFor()
  const topOf = (rows: Locator) => rows.evaluateAll(([row]) => row && Math.round(row.getBoundingClientRect().top))
  const before = await topOf(bones)
  expect(before).toBeGreaterThan(0)
  const rows = panel.getByRole('list', { name: 'Images found' }).getByRole('listitem')
  await rows.first().waitFor()
  expect(await topOf(rows)).toBe(before)
})

test('as narrow as can be, rows of an audit are as high as their bones', async () => {
  const { page, panel } = await playground.open('soft')
  await page.addInitScript(delayAnswers, '')
  await page.evaluate(() => window.playground.run('upscale'))
  await page.evaluate(resize, { width: 300, height: 720 })
  const heightOf = (rows: Locator) => rows.evaluateAll(([row]) => row?.getBoundingClientRect().height)
  const bones = panel.locator('[role=tabpanel] [aria-hidden] > div:has(> span)')
  await bones.first().waitFor()
  const before = await heightOf(bones)
  const rows = panel.getByRole('list', { name: 'Images found' }).getByRole('listitem')
  await rows.first().waitFor()
  expect(await heightOf(rows)).toBe(before)
})

test('however much there is to say of an audit, it stands clear of what is below', async () => {
  const { page, panel } = await playground.open('soft')
  await page.evaluate(resize, SIZES[0]!)
  await panel.getByRole('tab', { name: 'Upscale' }).click()
  await panel.getByRole('button', { name: 'Audit', exact: true }).click()
  const said = (await panel.getByText(/^Not judged/).boundingBox())!
  const below = (await panel.getByRole('checkbox', { name: 'All that gain' }).boundingBox())!
  expect(below.y).toBeGreaterThan(said.y + said.height + 8)
})

test('what was audited stays where it is while its images are made larger, and when the list is made anew', async () => {
  const { panel } = await playground.open('soft')
  await panel.getByRole('tab', { name: 'Upscale' }).click()
  await panel.getByRole('button', { name: 'Audit', exact: true }).click()
  const rows = panel.getByRole('list', { name: 'Images found' }).getByRole('listitem')
  // One is left as it is: that all are sharp would be said above them.
  await rows.getByRole('checkbox').first().uncheck()
  await panel.getByRole('button', { name: /^Upscale \d+ images/ }).click()
  const summary = panel.getByText(/^\d+ images on \d+ layers:/).last()
  const found = await summary.innerText()
  const top = () =>
    rows.first().evaluate((row) => row.getBoundingClientRect().top + row.closest('[data-scrolls]')!.scrollTop)
  const before = await top()
  while ((await summary.innerText()) === found) expect(await top()).toBe(before)
  expect(await top()).toBe(before)
})

const SELECTED = [{ names: [] }, { names: ['Hero photo'] }, { names: ['Hero photo', 'Cut-out'] }]

test.each(SELECTED)('the form stays where it is once it is read that $names is selected', async ({ names }) => {
  const { page, panel, select } = await playground.open()
  await select(...names)
  await page.addInitScript(delayAnswers, 'rows')
  await page.evaluate(() => window.playground.run('edit'))
  await panel.getByRole('heading', { name: 'Looking at what is selected…' }).waitFor()
  const box = panel.getByRole('textbox', { name: 'Prompt', exact: true })
  const before = (await box.boundingBox())!.y
  await panel.getByRole('heading', { name: /^\d images? selected$/ }).waitFor()
  expect((await box.boundingBox())!.y).toBe(before)
})

test('the foot is as high before anything is selected', async () => {
  const { panel, select } = await playground.open()
  await select()
  await panel.getByText('0 results', { exact: true }).waitFor()
  const foot = panel.locator('[data-foot]')
  const before = await foot.boundingBox()
  await select('Hero photo')
  await panel.getByText('$0.01 for 1 result').waitFor()
  expect(await foot.boundingBox()).toEqual(before)
})

test.each(SIZES)(
  'the form stays where it is when layers come to share a request, at $width × $height',
  async (size) => {
    const { page, panel, select } = await playground.open()
    await page.evaluate(resize, size)
    const box = panel.getByRole('textbox', { name: 'Prompt', exact: true })
    await select('Photo 01', 'Cut-out')
    await panel.getByText('$0.02 for 2 results').waitFor()
    const before = (await box.boundingBox())!.y
    await select('Photo 01', 'Photo 02')
    const own = panel.getByRole('checkbox', { name: 'Each its own result' })
    await own.waitFor()
    expect((await box.boundingBox())!.y).toBe(before)
    await own.check()
    await panel.getByText('$0.02 for 2 results').waitFor()
    expect((await box.boundingBox())!.y).toBe(before)
  },
)

test('what stands below Check stays where it is when the answer comes', async () => {
  const { page, panel } = await playground.open()
  await page.route(`${playground.api.url}/**`, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 500))
    await route.continue()
  })
  await panel.getByRole('tab', { name: 'Settings' }).click()
  await panel.getByRole('button', { name: 'Check', exact: true }).click()
  await panel.getByRole('button', { name: 'Checking…' }).waitFor()
  const jumps = await watch(panel.locator('html'))
  await panel.getByText('It works.').waitFor()
  expect(await jumps()).toEqual([])
})

test('the form of an export stays where it is when layers are selected', async () => {
  const { panel, select } = await playground.open()
  await panel.getByRole('tab', { name: 'Export' }).click()
  const box = panel.getByRole('checkbox', { name: 'Upscale first' })
  const before = await box.boundingBox()
  await select('Hero photo')
  await panel.getByText('First file: Hero photo.png').waitFor()
  expect(await box.boundingBox()).toEqual(before)
})

test('what an earlier panel left comes below the form, and the foot leads to it', { timeout: 60_000 }, async () => {
  const { page, panel, select, run, rows } = await playground.open()
  await panel.getByRole('tab', { name: 'Settings' }).click()
  await panel.getByRole('combobox', { name: 'Provider' }).selectOption('pixeldojo')
  await panel.getByRole('tab', { name: 'Edit' }).click()
  await select('Hero photo')
  const { pixeldojo } = playground.standIns
  pixeldojo.settings.working = 60_000
  await run('night')
  await rows.getByText('Editing…').waitFor()
  // Sent, and asked for.
  await expect.poll(() => pixeldojo.requests.length, { timeout: 20_000 }).toBeGreaterThan(1)
  await page.evaluate(() => window.playground.close())
  await page.evaluate(() => window.playground.run('edit'))
  await page.evaluate(resize, SIZES[0]!)
  await panel.getByText('1 image selected').waitFor()
  const jumps = await watch(panel.locator('html'))
  const leads = panel.getByRole('button', { name: 'Kept by Refill (1)' })
  await leads.waitFor({ timeout: 30_000 })
  expect((await jumps()).filter((jump) => !jump.startsWith('DIV'))).toEqual([])
  await leads.press('Enter')
  const kept = panel.getByRole('list', { name: 'Kept by Refill' }).getByRole('listitem')
  const foot = (await panel.locator('[data-foot]').boundingBox())!.y
  await expect.poll(async () => (await kept.boundingBox())!.y).toBeLessThan(foot - 50)
})

function resize({ width, height }: { width: number; height: number }) {
  const { style } = document.querySelector('iframe')!
  style.setProperty('width', `${width}px`, 'important')
  style.setProperty('height', `${height}px`, 'important')
}

/** From now on, frame by frame; the function that it answers tells what is elsewhere or larger than it was when first seen. */
async function watch(html: Locator) {
  await html.evaluate((_, what) => {
    const first = new Map<Element, DOMRect>()
    const jumps = new Map<Element, string>()
    const look = () => {
      for (const element of document.querySelectorAll(what)) {
        const now = element.getBoundingClientRect()
        // In what is folded.
        if (now.height === 0) continue
        const then = first.get(element)
        if (!then) first.set(element, now)
        else if (Math.abs(now.top - then.top) > 1 || Math.abs(now.height - then.height) > 1) {
          const [from, to] = [then, now].map(({ top, height }) => `${Math.round(top)} + ${Math.round(height)}`)
          jumps.set(element, `${element.tagName} ${element.textContent?.slice(0, 40)}: ${from} → ${to}`)
        }
      }
      requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
    Object.assign(window, { jumps: () => [...jumps.values()] })
  }, WATCHED)
  return () => html.evaluate(() => (window as unknown as { jumps(): string[] }).jumps())
}

/** Rows, what parts them, what is written in, and what is pressed; not what takes the place of another thing. */
const WATCHED = 'li[aria-posinset], [role=tab], [data-foot], main h2, textarea, main > * summary'
