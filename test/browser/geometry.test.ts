import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { pixelsOf } from '../harness/pixels.ts'
import { playgroundForTests } from '../harness/playground.ts'

// The whole way with `echo`: what the model gives back unchanged must lie where it lay.

const playground = playgroundForTests()
beforeAll(playground.start)
afterAll(playground.stop)
afterEach(playground.tidy)

const LONG_EDGE = 720
const RATIOS = Array.from({ length: 40 }, (_, index) => 6 ** ((index / 39) * 2 - 1))
const sizeOf = (ratio: number) =>
  ratio >= 1
    ? { width: LONG_EDGE, height: Math.round(LONG_EDGE / ratio) }
    : { width: Math.round(LONG_EDGE * ratio), height: LONG_EDGE }

/** Where the marks are, as shares of the edges: near every corner and in the middle. */
const MARKS = [
  { x: 0.08, y: 0.1, colour: '#ff0000' },
  { x: 0.92, y: 0.1, colour: '#00ff00' },
  { x: 0.08, y: 0.9, colour: '#0000ff' },
  { x: 0.92, y: 0.9, colour: '#ff00ff' },
  { x: 0.5, y: 0.5, colour: '#00ffff' },
]

async function marked({ width, height }: { width: number; height: number }): Promise<Buffer> {
  const side = Math.max(6, Math.round(Math.min(width, height) * 0.08))
  const squares = MARKS.map(
    ({ x, y, colour }) =>
      `<rect x="${x * width - side / 2}" y="${y * height - side / 2}" width="${side}" height="${side}" fill="${colour}"/>`,
  )
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#808080"/>${squares.join('')}</svg>`
  return sharp(Buffer.from(svg)).png().toBuffer()
}

/** The middle of all pixels near the colour, as shares of the edges. */
function centreOf(colour: string, { data, width, height }: Awaited<ReturnType<typeof pixelsOf>>) {
  const wanted = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
  let [sumX, sumY, count] = [0, 0, 0]
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 4
      if (wanted.some((value, channel) => Math.abs(data[at + channel]! - value) > 70)) continue
      sumX += x + 0.5
      sumY += y + 0.5
      count++
    }
  }
  return { x: sumX / count / width, y: sumY / count / height, count }
}

test('40 ratios from 1:6 to 6:1 come back with every mark within 1 % of its place', async () => {
  const { page, panel, run, select, png, layer, chooseModel } = await playground.open('empty')
  const names = RATIOS.map((_, index) => `Ratio ${index}`)
  for (const [index, ratio] of RATIOS.entries()) {
    const bytes = [...(await marked(sizeOf(ratio)))]
    await page.evaluate(([name, bytes]) => window.playground.addImage(name, bytes), [names[index]!, bytes] as const)
  }
  await chooseModel('echo')
  await select(...names)
  await panel.getByText('40 images selected').waitFor()
  await run('echo')
  await panel.getByText(/^40 of 40/).waitFor({ timeout: 150_000 })

  for (const [index, ratio] of RATIOS.entries()) {
    const name = names[index]!
    const { fills } = await layer(name)
    expect(
      fills.map(({ visible }) => visible),
      name,
    ).toEqual([false, true])
    const pixels = await pixelsOf(await png(name))
    const { width, height } = sizeOf(ratio)
    expect([pixels.width, pixels.height]).toEqual([width, height])
    for (const { x, y, colour } of MARKS) {
      const found = centreOf(colour, pixels)
      expect(found.count, `${name} ${colour}`).toBeGreaterThan(4)
      expect(Math.abs(found.x - x), `${name} ${colour} across`).toBeLessThan(0.01)
      expect(Math.abs(found.y - y), `${name} ${colour} down`).toBeLessThan(0.01)
    }
  }
}, 240_000)
