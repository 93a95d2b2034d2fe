// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test } from 'vitest'
import { byRole, findings, perform, pressKey, show } from './page.ts'
import { openPanel } from './panel.tsx'

beforeEach(() => {
  Object.assign(window, { innerWidth: 360, innerHeight: 640 })
  document.documentElement.lang = 'en'
  document.title = 'Refill'
})
afterEach(() => show())

async function open() {
  const { code } = await openPanel()
  const corner = byRole('separator', 'Size of the panel')
  Object.assign(corner, { setPointerCapture: () => {} })
  /** One after the other, within a frame. */
  const point = (type: string, ...places: { screenX: number; screenY: number }[]) =>
    perform(() => {
      for (const at of places.length > 0 ? places : [{}]) {
        corner.dispatchEvent(new PointerEvent(type, { bubbles: true, button: 0, ...at }))
      }
    })
  return {
    corner,
    point,
    asked: () => code.inputs('resizePanel'),
    frame: () => perform(() => new Promise((resolve) => requestAnimationFrame(resolve))),
  }
}

test('the corner follows the pointer, a frame at a time, and the size is kept when it is let go', async () => {
  const { point, asked, frame } = await open()
  await point('pointermove', { screenX: 700, screenY: 700 })
  await point('pointerdown', { screenX: 500, screenY: 900 })
  await point('pointermove', { screenX: 510, screenY: 905 }, { screenX: 560, screenY: 950 })
  await frame()
  expect(asked()).toEqual([{ width: 420, height: 690, keep: false }])
  await point('pointermove', { screenX: 0, screenY: 5000 })
  await point('lostpointercapture')
  await frame()
  expect(asked().at(-1)).toEqual({ width: 300, height: 1200, keep: true })
  const { length } = asked()
  await point('pointermove', { screenX: 600, screenY: 900 })
  await frame()
  expect(asked()).toHaveLength(length)
})

test('a click alone changes nothing; a double click and Home bring back the usual size', async () => {
  const { corner, point, asked, frame } = await open()
  await point('pointerdown')
  await point('lostpointercapture')
  await frame()
  expect(asked()).toEqual([])
  await point('dblclick')
  expect(asked()).toEqual([{ width: 360, height: 640, keep: true }])
  await pressKey(corner, 'Home')
  expect(asked()).toHaveLength(2)
})

test('arrow keys resize it by 8 px, with Shift by 32, and the size is kept when the key is let go', async () => {
  const { corner, asked, frame } = await open()
  for (const [key, shiftKey, wanted] of [
    ['ArrowRight', false, { width: 368, height: 640 }],
    ['ArrowLeft', true, { width: 328, height: 640 }],
    ['ArrowDown', false, { width: 360, height: 648 }],
    ['ArrowUp', true, { width: 360, height: 608 }],
  ] as const) {
    const before = asked().length
    await pressKey(corner, key, { shiftKey })
    await frame()
    await perform(() => corner.dispatchEvent(new KeyboardEvent('keyup', { key, bubbles: true })))
    expect(asked().slice(before)).toEqual([
      { ...wanted, keep: false },
      { ...wanted, keep: true },
    ])
  }
})

test('it says how large the panel is, by name and value', async () => {
  const { corner } = await open()
  expect(corner.tabIndex).toBe(0)
  expect(corner.getAttribute('aria-valuetext')).toBe('360 × 640 px')
  Object.assign(window, { innerWidth: 500, innerHeight: 700 })
  await perform(() => window.dispatchEvent(new Event('resize')))
  expect(corner.getAttribute('aria-valuetext')).toBe('500 × 700 px')
  expect(corner.title).toMatch(/arrow keys/)
  expect(await findings()).toEqual([])
})
