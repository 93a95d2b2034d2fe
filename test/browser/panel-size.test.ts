import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { playgroundForTests } from '../harness/playground.ts'

// The corner of the panel, with the built plugin in the playground's window.

const playground = playgroundForTests()
beforeAll(playground.start)
afterAll(playground.stop)
afterEach(playground.tidy)

async function open() {
  const { page, panel, ...others } = await playground.open()
  const corner = panel.getByRole('separator', { name: 'Size of the panel' })
  await corner.waitFor()
  const size = () =>
    page.locator('iframe').evaluate(({ clientWidth: width, clientHeight: height }) => ({ width, height }))
  /** Takes the corner by so many px. */
  async function drag(x: number, y: number) {
    const box = (await corner.boundingBox())!
    const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
    await page.mouse.move(at.x, at.y)
    await page.mouse.down()
    await page.mouse.move(at.x + x / 2, at.y + y / 2, { steps: 4 })
    await page.mouse.move(at.x + x, at.y + y, { steps: 4 })
    await page.mouse.up()
  }
  async function again() {
    await page.locator('#close').click()
    await page.locator('#open').click()
    await corner.waitFor()
  }
  return { page, panel, corner, size, drag, again, ...others }
}

test('the panel is dragged larger and smaller by its corner, and opens again as it was left', async () => {
  const { size, drag, again, complaints } = await open()
  expect(await size()).toEqual({ width: 360, height: 640 })
  await drag(-40, -100)
  await expect.poll(size).toEqual({ width: 320, height: 540 })
  await drag(100, 60)
  await expect.poll(size).toEqual({ width: 420, height: 600 })
  await again()
  expect(await size()).toEqual({ width: 420, height: 600 })
  await drag(-400, -600)
  await expect.poll(size).toEqual({ width: 300, height: 400 })
  await again()
  expect(await size()).toEqual({ width: 300, height: 400 })
  expect(complaints).toEqual([])
})

test('by keys it goes step by step; a double click brings back the usual size', async () => {
  const { corner, size, again } = await open()
  await corner.focus()
  await corner.press('ArrowRight')
  await expect.poll(size).toEqual({ width: 368, height: 640 })
  await corner.press('Shift+ArrowUp')
  await expect.poll(size).toEqual({ width: 368, height: 608 })
  await again()
  expect(await size()).toEqual({ width: 368, height: 608 })
  await corner.dblclick()
  await expect.poll(size).toEqual({ width: 360, height: 640 })
})

test('on a smaller screen the corner of a panel that was left large is in reach', async () => {
  const { page, drag, again, size, corner } = await open()
  await page.setViewportSize({ width: 1280, height: 1100 })
  await drag(200, 300)
  await expect.poll(size).toEqual({ width: 560, height: 940 })
  await page.setViewportSize({ width: 1280, height: 700 })
  await again()
  const { y, height } = (await corner.boundingBox())!
  expect(y + height).toBeLessThanOrEqual(700)
  await page.setViewportSize({ width: 1280, height: 1100 })
  await again()
  expect(await size()).toEqual({ width: 560, height: 940 })
})
