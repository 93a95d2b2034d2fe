import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { LayerSpec, PaintSpec, WorldData } from '../../dev/figma/world.ts'
import { pixelsOf } from '../harness/pixels.ts'
import { playgroundForTests } from '../harness/playground.ts'

// Parts of pictures, as a designer changes them with the built plugin.

const playground = playgroundForTests()
beforeAll(playground.start)
afterAll(playground.stop)
afterEach(playground.tidy)

const WIDTH = 1200
const HEIGHT = 800

/** A sharp pattern, in which every pixel differs from those around it. */
async function pattern() {
  const raw = Buffer.alloc(WIDTH * HEIGHT * 3)
  for (let at = 0; at < WIDTH * HEIGHT; at++) {
    const [x, y] = [at % WIDTH, Math.floor(at / WIDTH)]
    raw.set([(x * 5 + y) % 200, 80 + ((x ^ y) % 120), 120 + ((y * 3) % 130)], at * 3)
  }
  const image = sharp(raw, { raw: { width: WIDTH, height: HEIGHT, channels: 3 } })
  return new Uint8Array(await image.png({ compressionLevel: 2 }).toBuffer())
}

const image = (more: object = {}) => ({ type: 'IMAGE', scaleMode: 'FILL', picture: 'photo', ...more }) as PaintSpec
const white: PaintSpec = { type: 'SOLID', color: { r: 1, g: 1, b: 1 } }

/** A picture without edges, in which the eye finds the least step. */
async function soft() {
  const raw = Buffer.alloc(WIDTH * HEIGHT * 3)
  for (let at = 0; at < WIDTH * HEIGHT; at++) {
    const [x, y] = [at % WIDTH, Math.floor(at / WIDTH)]
    raw.set([90 + 40 * Math.sin(x / 150), 110 + 40 * Math.cos(y / 130), 140], at * 3)
  }
  const image = sharp(raw, { raw: { width: WIDTH, height: HEIGHT, channels: 3 } })
  return new Uint8Array(await image.png().toBuffer())
}

const LAYERS: LayerSpec[] = [
  { type: 'RECTANGLE', name: 'Photo', x: 0, y: 0, width: WIDTH / 2, height: HEIGHT / 2, fills: [image()] },
  { type: 'ELLIPSE', name: 'Spot', x: 200, y: 100, width: 160, height: 120, fills: [white] },
  {
    ...{ type: 'RECTANGLE', name: 'Crop', x: 0, y: 500, width: 240, height: 160 },
    fills: [
      image({
        scaleMode: 'CROP',
        imageTransform: [
          [0.2, 0, 0.4],
          [0, 0.2, 0.4],
        ],
      }),
    ],
  },
]

async function opened(photo = pattern) {
  const hands = await playground.open()
  const world: WorldData = {
    ...{ id: 'parts', title: 'Parts', pictures: { photo: await photo() } },
    pages: [{ name: 'Page', layers: LAYERS }],
  }
  await hands.page.evaluate((world) => window.playground.open(world), world)
  const { panel } = hands
  const part = (name: string) => panel.getByRole('button', { name: `Change only a part of ${name}` })
  return {
    ...hands,
    async openPart(name: string) {
      await hands.select(name)
      await part(name).click()
      await panel
        .getByRole('group', { name: `Change only a part of ${name}` })
        .locator('img')
        .waitFor()
      return panel.getByRole('group', { name: `Change only a part of ${name}` })
    },
    /** What the layer shows, a px for each px of its picture. */
    shown: async (scale = 2, name = 'Photo') => pixelsIn(await hands.png(name, scale)),
    async runs(prompt: string) {
      await hands.run(prompt)
      await panel.getByText(/^(\d+) of \1\b/).waitFor()
    },
  }
}

/** With the colour of each px. */
async function pixelsIn(png: Buffer) {
  const { data, width, height } = await pixelsOf(png)
  const at = (x: number, y: number) => [...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 4)]
  return { data, width, height, at }
}

type Pixels = Awaited<ReturnType<typeof pixelsIn>>
function isSame(one: Pixels, other: Pixels, x: number, y: number): boolean {
  const from = (y * one.width + x) * 4
  for (let at = from; at < from + 4; at++) if (one.data[at] !== other.data[at]) return false
  return true
}

/** How many px differ where they should not, and how many of those that should. */
function differing(before: Pixels, after: Pixels, isInside: (x: number, y: number) => boolean) {
  const counts = { outside: 0, inside: 0, changed: 0 }
  for (let y = 0; y < before.height; y++) {
    for (let x = 0; x < before.width; x++) {
      const same = isSame(before, after, x, y)
      if (!isInside(x, y)) counts.outside += same ? 0 : 1
      else {
        counts.inside++
        counts.changed += same ? 0 : 1
      }
    }
  }
  return counts
}

const edits = () => playground.api.requests.filter(({ query, files }) => files.length > 0 && !query.dryRun)

test('a layer over a picture says which part changes: nothing else does, by a pixel, and one undo takes it back', async () => {
  const { openPart, shown, runs, panel, layer, undo, complaints } = await opened()
  const before = await shown()
  await openPart('Photo')
  await panel.getByRole('combobox', { name: 'Use a layer over it…' }).selectOption('Spot')
  await panel.getByText('Changes one part; all else stays.').waitFor()
  await runs('Make it night')

  // The ellipse, in px of the picture, with the px that its border touches.
  const isInside = (x: number, y: number) => Math.hypot((x + 0.5 - 560) / 161, (y + 0.5 - 320) / 121) <= 1
  const { outside, inside, changed } = differing(before, await shown(), isInside)
  expect(outside).toBe(0)
  expect(changed / inside).toBeGreaterThan(0.9)
  expect((await layer('Spot')).visible).toBe(false)

  const [sent] = edits()
  const { width = 0, height = 0 } = await sharp(sent!.files[0]!.content).metadata()
  // What was sent is the part and its surroundings, as large as the model takes it.
  expect(width * height).toBeGreaterThan(800_000)
  expect(await panel.getByText('Changes one part').count()).toBe(0)
  await undo()
  expect((await layer('Spot')).visible).toBe(true)
  expect(differing(before, await shown(), () => false).outside).toBe(0)
  expect(complaints).toEqual([])
})

test('where the layer that says which part changes was deleted, it is named with what to do, and nothing is sent', async () => {
  const { openPart, panel, page, run, runs } = await opened()
  await openPart('Photo')
  await panel.getByRole('combobox', { name: 'Use a layer over it…' }).selectOption('Spot')
  await panel.getByText('Changes one part; all else stays.').waitFor()
  await page.evaluate(() => window.playground.remove('Spot'))
  await run('Make it night')
  await panel.getByRole('alert').getByText('Remove “Spot” from the parts, or undo that in Figma.').waitFor()
  expect(edits()).toEqual([])
  await panel.getByRole('button', { name: 'Remove Spot' }).click()
  await expect.poll(() => panel.getByRole('alert').getByText('Spot').count()).toBe(0)
  await runs('Make it night')
})

test('two parts that are drawn on one picture both show, and neither takes the other away', async () => {
  const { openPart, shown, runs, rows, panel, page, complaints } = await opened()
  const before = await shown()
  const preview = await openPart('Photo')
  for (const [left, top] of [
    [0.1, 0.2],
    [0.6, 0.5],
  ] as const) {
    await preview.scrollIntoViewIfNeeded()
    const box = (await preview.boundingBox())!
    await page.mouse.move(box.x + box.width * left, box.y + box.height * top)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width * (left + 0.2), box.y + box.height * (top + 0.3), { steps: 4 })
    await page.mouse.up()
  }
  await panel.getByText('Changes 2 parts; all else stays.').waitFor()
  await panel.getByText('Each part is a request of its own.').waitFor()
  await runs('Make it night')
  expect(edits()).toHaveLength(2)
  for (const name of ['Part 1', 'Part 2']) await rows.getByText(`Photo · ${name}`, { exact: true }).waitFor()
  const after = await shown()
  const isIn = (x: number, y: number, [left, top]: readonly [number, number]) =>
    x > WIDTH * left - 8 && x < WIDTH * (left + 0.2) + 8 && y > HEIGHT * top - 8 && y < HEIGHT * (top + 0.3) + 8
  const { outside } = differing(before, after, (x, y) => isIn(x, y, [0.1, 0.2]) || isIn(x, y, [0.6, 0.5]))
  expect(outside).toBe(0)
  for (const [x, y] of [
    [0.2, 0.35],
    [0.7, 0.65],
  ] as const) {
    expect(after.at(WIDTH * x, HEIGHT * y)).not.toEqual(before.at(WIDTH * x, HEIGHT * y))
  }
  expect(complaints).toEqual([])
})

test('the preview stays under the pointer when the first part is drawn on it', async () => {
  const { page, panel, openPart } = await opened()
  const preview = await openPart('Photo')
  const before = (await preview.boundingBox())!
  await page.mouse.move(before.x + 20, before.y + 20)
  await page.mouse.down()
  await page.mouse.move(before.x + 80, before.y + 60)
  await page.mouse.up()
  await panel.getByText('Changes one part; all else stays.').waitFor()
  expect(await preview.boundingBox()).toEqual(before)
})

const nameOf = (part: { getAttribute(name: string): Promise<string | null> }) => part.getAttribute('aria-label')

test('parts are added, moved, resized and removed with the keys alone, and the focus is never lost', async () => {
  const { openPart, panel, page } = await opened()
  await openPart('Photo')
  const [add, part] = [
    panel.getByRole('button', { name: 'Add a part' }),
    panel.getByRole('button', { name: /^Part 1: / }),
  ]
  await add.press('Enter')
  expect(await nameOf(part)).toBe('Part 1: 600 × 400 px at 300, 200')
  await part.focus()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Shift+ArrowDown')
  expect(await nameOf(part)).toBe('Part 1: 600 × 416 px at 276, 200')
  await add.press('Enter')
  // Not over the middle once more, where it would not be seen.
  expect(await nameOf(panel.getByRole('button', { name: /^Part 2: / }))).toBe('Part 2: 600 × 400 px at 360, 240')
  const focused = panel.locator(':focus')
  await panel.getByRole('button', { name: /^Part 2: / }).press('Delete')
  expect(await nameOf(focused)).toBe('Part 1: 600 × 416 px at 276, 200')
  await page.keyboard.press('Delete')
  expect(await part.count()).toBe(0)
  expect(await focused.textContent()).toBe('Add a part')
  await page.keyboard.press('Escape')
  expect(await nameOf(focused)).toBe('Change only a part of Photo')
  expect(await add.count()).toBe(0)
})

test('a part is moved by dragging it and resized by its corners, also out of the preview; a click draws nothing', async () => {
  const { openPart, panel, page } = await opened()
  const preview = await openPart('Photo')
  await panel.getByRole('button', { name: 'Add a part' }).click()
  await preview.scrollIntoViewIfNeeded()
  const box = (await preview.boundingBox())!
  const to = (x: number, y: number, options = {}) =>
    page.mouse.move(box.x + box.width * x, box.y + box.height * y, options)
  async function drag(from: readonly [number, number], ...path: (readonly [number, number])[]) {
    await to(...from)
    await page.mouse.down()
    for (const at of path) await to(...at, { steps: 4 })
    await page.mouse.up()
  }
  const part = panel.getByRole('button', { name: /^Part 1: / })
  const boundsOf = async () => (await nameOf(part))!.match(/\d+/g)!.slice(1).map(Number)
  // To 1 % of an edge: where the mouse is, is whole px of a small preview.
  const expectNear = async (wanted: number[]) => {
    for (const [index, value] of (await boundsOf()).entries()) expect(Math.abs(value - wanted[index]!)).toBeLessThan(12)
  }
  await drag([0.5, 0.5], [0.4, 0.4])
  await expectNear([600, 400, 180, 120])
  await drag([0.645, 0.645], [0.5, 0.9])
  await expectNear([420, 600, 180, 120])
  await drag([0.3, 0.5], [-0.6, 0.3], [-0.5, 1.8])
  await expectNear([420, 600, 0, 200])
  await drag([0.9, 0.1])
  await drag([0.2, 0.5])
  expect(await panel.getByRole('button', { name: /^Part \d: / }).count()).toBe(1)
  await drag([0.8, 0.2], [1.4, -0.5])
  expect(await nameOf(panel.getByRole('button', { name: /^Part 2: / }))).toMatch(/ at 9\d\d, 0$/)
})

test('how much is sent around a part, and how soft it is, says what can be entered, and keeps what could', async () => {
  const { openPart, panel } = await opened()
  await openPart('Photo')
  const around = panel.getByRole('spinbutton', { name: 'Around it, %' })
  for (const wrong of ['-4', '', '5000']) {
    await around.fill(wrong)
    await panel.getByText('Enter a number from 5 to 200.').waitFor()
  }
  await around.fill('40')
  await around.blur()
  expect(await panel.getByText('Enter a number').count()).toBe(0)
})

test('of a crop only what shows is sent and changes; the whole picture is one click away', async () => {
  const { select, shown, runs, panel, page } = await opened()
  await select('Crop')
  await panel
    .getByText('Sends what shows, 240 × 160 px of 1200 × 800 px, and puts it back into the whole image.')
    .waitFor()
  const before = await shown(1, 'Crop')
  await runs('Make it night')
  const { outside } = differing(before, await shown(1, 'Crop'), () => false)
  expect(outside / (240 * 160)).toBeGreaterThan(0.9)
  // The crop's handle still finds the rest of the picture, as it was.
  const imageHash = await page.evaluate(() => {
    const { fills } = window.playground.layer('Crop')
    return Array.isArray(fills) ? (fills.at(-1) as { imageHash: string }).imageHash : ''
  })
  await page.evaluate((imageHash) => {
    window.playground.setFills('Photo', [{ type: 'IMAGE', scaleMode: 'FILL', imageHash } as never])
  }, imageHash)
  const whole = await pixelsIn(Buffer.from(await page.evaluate(() => window.playground.png('Photo', 2))))
  const photo = await pixelsIn(Buffer.from(await pattern()))
  expect([whole.at(50, 50), whole.at(1150, 750)]).toEqual([photo.at(50, 50), photo.at(1150, 750)])
  expect(whole.at(600, 400)).not.toEqual(photo.at(600, 400))

  await select('Crop')
  await panel.getByRole('button', { name: 'Whole image Crop' }).click()
  await panel.getByRole('button', { name: 'Only what shows Crop' }).waitFor()
})

/** How far the picture lies from what it was, just within the border of the part that *Add a part* makes. */
function stepAt(before: Pixels, after: Pixels) {
  const levels: number[] = []
  // Within the soft edge the answer shows in full: 5 % of 400 px are over by here.
  for (let x = 324; x < 876; x += 3) {
    for (const y of [224, 576]) {
      const [was, is] = [before.at(x, y), after.at(x, y)]
      levels.push(Math.max(...[0, 1, 2].map((channel) => Math.abs(is[channel]! - was[channel]!))))
    }
  }
  return levels.reduce((sum, level) => sum + level, 0) / levels.length
}

test('a model that shifts all colours leaves no edge around the part, unless matching them is switched off', async () => {
  const { openPart, shown, runs, panel, undo } = await opened(soft)
  const before = await shown()
  await openPart('Photo')
  await panel.getByRole('button', { name: 'Add a part' }).click()
  await runs('drift')
  // 1 % of the range, 2.5 levels, is the least step in an even tone that is seen.
  expect(stepAt(before, await shown())).toBeLessThan(2.5)
  await undo()
  await panel.getByRole('checkbox', { name: 'Match the colours at the edge, Photo' }).uncheck()
  await runs('drift')
  expect(stepAt(before, await shown())).toBeGreaterThan(8)
})

test('a layer that fades mixes the result in by its alpha', async () => {
  const { openPart, shown, runs, panel, page } = await opened()
  await page.evaluate(() => {
    const stop = (position: number, a: number) => ({ position, color: { r: 0, g: 0, b: 0, a } })
    const across = [
      [1, 0, 0],
      [0, 1, 0],
    ]
    const fading = { type: 'GRADIENT_LINEAR', gradientTransform: across, gradientStops: [stop(0, 0), stop(1, 1)] }
    window.playground.setFills('Spot', [fading as never])
  })
  const before = await shown()
  await openPart('Photo')
  await panel.getByRole('combobox', { name: 'Use a layer over it…' }).selectOption('Spot')
  await runs('negative')
  const after = await shown()
  const changeAt = (x: number) => {
    const [was, is] = [before.at(x, 320), after.at(x, 320)]
    return [0, 1, 2].reduce((sum, channel) => sum + Math.abs(is[channel]! - was[channel]!), 0)
  }
  const meanAround = (x: number) =>
    Array.from({ length: 40 }, (_, at) => changeAt(x - 20 + at)).reduce((a, b) => a + b) / 40
  const changes = [450, 520, 600, 680].map(meanAround)
  expect(changes).toEqual([...changes].sort((one, other) => one - other))
  expect(changes[0]).toBeLessThan(changes[3]! / 3)
})

/** More px than any model gives back. */
async function large() {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="3000" height="2000">
    <defs><linearGradient id="sky"><stop stop-color="#357"/><stop offset="1" stop-color="#da8"/></linearGradient></defs>
    <rect width="100%" height="100%" fill="url(#sky)"/><circle cx="600" cy="600" r="200" fill="#2a6"/></svg>`
  return new Uint8Array(await sharp(Buffer.from(svg)).jpeg().toBuffer())
}

test('with Keep resolution a part is made larger before it goes back, and the rest stays', {
  timeout: 60_000,
}, async () => {
  const { openPart, shown, runs, panel } = await opened(large)
  const before = await shown(5)
  await openPart('Photo')
  await panel.getByRole('button', { name: 'Add a part' }).click()
  await panel.getByText('Options', { exact: true }).click()
  await panel.getByRole('combobox', { name: 'Keep resolution' }).selectOption('real-esrgan')
  await runs('Make it night')
  expect(edits().map(({ fields }) => fields?.model)).toEqual(['p-image-edit', 'real-esrgan'])
  const after = await shown(5)
  expect([after.width, after.height]).toEqual([3000, 2000])
  const isInside = (x: number, y: number) => x >= 750 && x < 2250 && y >= 500 && y < 1500
  const { outside, inside, changed } = differing(before, after, isInside)
  expect(outside).toBe(0)
  expect(changed / inside).toBeGreaterThan(0.9)
})
