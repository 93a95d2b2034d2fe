import sharp from 'sharp'
import { expect, test } from 'vitest'
import { useFixture } from './fixture-playground.ts'

const fixture = useFixture()

test('a picture over 4096 px is reduced when it is dropped, and that is said', async () => {
  const bytes = await sharp({ create: { width: 5000, height: 1000, channels: 3, background: '#808080' } })
    .png()
    .toBuffer()
  await drop('wide.png', bytes)
  await fixture.layer('wide.png').waitFor()
  expect(await fixture.page.evaluate(() => window.playground.layer('wide.png'))).toMatchObject({
    width: 4096,
    height: 819,
  })
  expect(await fixture.said()).toContain(
    '“wide.png” was reduced from 5000 × 1000 to 4096 × 819 px: Figma takes at most 4096 px an edge.',
  )
})

test('a file that is no picture gives one sentence and no layer', async () => {
  const before = await fixture.page.evaluate(() => JSON.stringify(window.playground.document()))
  await drop('notes.png', Buffer.from('just text'))
  await fixture.page.getByText('“notes.png” is not a PNG, JPEG, GIF, WebP or AVIF picture.').waitFor()
  expect(await fixture.page.evaluate(() => JSON.stringify(window.playground.document()))).toBe(before)
})

test('a WebP picture becomes a PNG', async () => {
  const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#a03' } })
    .webp()
    .toBuffer()
  await fixture.page.evaluate((webp) => window.playground.addImage('small.webp', webp), [...bytes])
  expect(await fixture.said()).toContain('“small.webp” was converted to PNG: Figma takes PNG, JPEG and GIF.')
})

test('a world is drawn in a worker, once, and opened', async () => {
  const workers: string[] = []
  fixture.page.on('worker', (worker) => void workers.push(new URL(worker.url()).pathname))
  await fixture.page.evaluate(() => window.playground.open('hero'))
  await fixture.page.evaluate(() => window.playground.open('empty'))
  await fixture.page.evaluate(() => window.playground.open('hero'))
  expect(workers.filter((path) => path === '/draw-world.js')).toHaveLength(1)
  const png = await fixture.page.evaluate(async () => [...(await window.playground.png('Hero photo', 0.1))])
  const { entropy } = await sharp(Uint8Array.from(png)).stats()
  expect(entropy).toBeGreaterThan(5)
})

test('a world that there is none of is refused in one sentence', async () => {
  const refused = fixture.page.evaluate(() => window.playground.open('mars'))
  await expect(refused).rejects.toThrow(
    'There is no world “mars”: there are hero, banners, components, layouts, soft, thousand, empty.',
  )
})

async function drop(name: string, bytes: Buffer) {
  const transfer = await fixture.page.evaluateHandle(
    ({ name, bytes }) => {
      const data = new DataTransfer()
      data.items.add(new File([Uint8Array.from(bytes)], name))
      return data
    },
    { name, bytes: [...bytes] },
  )
  await fixture.page.getByRole('application', { name: 'Canvas' }).dispatchEvent('drop', { dataTransfer: transfer })
}
