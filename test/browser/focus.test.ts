import type { Frame } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { playgroundForTests } from '../harness/playground.ts'
import { openAuditRow } from './audit-row.ts'

// What the Tab key reaches, in the real browser: nothing without a name, nothing out of sight, each with a ring that is
// seen (WCAG 2.4.7, 2.4.11, 1.4.11), and a way on from everything.

const playground = playgroundForTests()
beforeAll(playground.start)
afterAll(playground.stop)
afterEach(async () => {
  playground.api.settings.latency = 0
  await playground.tidy()
})

type Page = Awaited<ReturnType<typeof playground.open>>
const frameOf = ({ page }: Page): Frame => page.frames().find((frame) => frame !== page.mainFrame())!

interface Stop {
  name: string
  /** Contrast of the ring with what lies around it; 0 where there is none. */
  contrast: number
  isInView: boolean
}

/** Presses Tab from the first stop of the panel until the focus leaves it. */
async function stopsIn(opened: Page): Promise<Stop[]> {
  const frame = frameOf(opened)
  await frame.evaluate(() => document.querySelector<HTMLElement>('[role=tab][aria-selected=true]')!.focus())
  await opened.page.keyboard.press('Shift+Tab')
  await frame.evaluate(() => document.querySelector<HTMLElement>('[role=tab][aria-selected=true]')!.focus())
  const stops: Stop[] = []
  for (;;) {
    await opened.page.keyboard.press('Tab')
    const stop = await frame.evaluate(readStop)
    if (!stop) return stops
    stops.push(stop)
    if (stops.length > 120) throw new Error(`No way on from ${stop.name}`)
  }
}

function readStop(): Stop | undefined {
  const focused = document.activeElement as HTMLElement | null
  if (!focused || focused === document.body || !document.hasFocus()) return undefined
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!
  const painted = (colours: string[]) => {
    for (const colour of ['#fff', ...colours]) {
      context.fillStyle = colour
      context.fillRect(0, 0, 1, 1)
    }
    return [...context.getImageData(0, 0, 1, 1).data.slice(0, 3)]
  }
  const grounds = (element: Element | null): string[] =>
    element ? [...grounds(element.parentElement), getComputedStyle(element).backgroundColor] : []
  const light = (colours: string[]) => {
    const [red, green, blue] = painted(colours).map((value) => {
      const share = value / 255
      return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue! + 0.05
  }
  // A slider that is not seen has its ring around the pictures.
  let ringed: Element | null = focused
  const hasRing = (element: Element) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(element)
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
  }
  while (ringed && !hasRing(ringed)) ringed = ringed.parentElement
  const [ring, ground] = ringed
    ? [
        light([...grounds(ringed.parentElement), getComputedStyle(ringed).outlineColor]),
        light(grounds(ringed.parentElement)),
      ]
    : [1, 1]
  const { x, y, width, height } = focused.getBoundingClientRect()
  // Of a list that is higher than the panel a part is enough.
  const isSeenAt = (share: number) => {
    const there = document.elementFromPoint(Math.min(x + width / 2, innerWidth - 1), y + height * share)
    return there !== null && (focused.contains(there) || there.contains(focused))
  }
  const label = (focused as HTMLInputElement).labels?.[0]?.textContent
  return {
    name: (focused.getAttribute('aria-label') ?? label ?? focused.textContent ?? '').trim(),
    contrast: ringed ? Math.max(ring, ground) / Math.min(ring, ground) : 0,
    isInView: (height > innerHeight / 3 ? [0.1, 0.5, 0.9] : [0.5]).some(isSeenAt),
  }
}

const SCREENS: [string, (page: Page) => Promise<unknown>][] = [
  [
    'Edit: options, references and presets open, a part drawn, results',
    async ({ edit, panel, rows, select }) => {
      await edit(['Hero photo'], 'night')
      await rows.getByRole('button', { name: 'Results Hero photo' }).click()
      await rows.getByRole('button', { name: 'Look closer' }).waitFor()
      await panel.getByRole('button', { name: 'Use selected layer', exact: true }).click()
      await panel.getByRole('button', { name: /^Remove/ }).waitFor()
      await select('Hero photo', 'Badge', 'Cut-out', 'Avatar', 'Photo 01')
      await panel.getByText('Options', { exact: true }).click()
      await panel.getByRole('button', { name: 'Presets…' }).click()
      await panel.getByRole('button', { name: 'Change only a part of Cut-out' }).click()
      await panel.getByRole('button', { name: 'Add a part' }).click()
      await panel.locator('[data-parts] img').waitFor()
    },
  ],
  [
    'several prompts and the grid',
    async ({ panel, select, run }) => {
      await select('Hero photo', 'Cut-out')
      await panel.getByRole('textbox', { name: 'Prompt', exact: true }).fill('night')
      await panel.getByRole('button', { name: '+ Prompt' }).click()
      await panel.getByRole('textbox', { name: 'Prompt “Prompt 2”' }).fill('snow')
      playground.api.plan(['policy'])
      await run()
      await panel.getByText(/^4 of 4/).waitFor()
    },
  ],
  ['Upscale, a row opened', ({ panel }) => openAuditRow(panel)],
  [
    'Export',
    async ({ panel, select }) => {
      await panel.getByRole('tab', { name: 'Export' }).click()
      await select('Hero photo')
      await panel.getByRole('combobox', { name: 'Presets' }).selectOption('jpg')
      await panel.getByText('Insert', { exact: true }).click()
    },
  ],
  ['Settings', ({ panel }) => panel.getByRole('tab', { name: 'Settings' }).click()],
]

test.each(SCREENS)('%s: all that Tab reaches has a name, a ring and a place in view', async (_, show) => {
  const opened = await playground.open()
  await show(opened)
  for (const theme of ['light', 'dark']) {
    if (theme === 'dark') {
      await opened.page.getByRole('button', { name: 'Dark theme' }).click()
      await opened.panel.locator('html.figma-dark').waitFor()
    }
    const stops = await stopsIn(opened)
    expect(stops.length).toBeGreaterThan(4)
    expect(stops.filter(({ name, contrast, isInView }) => name === '' || contrast < 3 || !isInView)).toEqual([])
  }
})

test('an edit, its comparison and its way back are done with the keyboard alone, and the focus is never lost', async () => {
  const { page, panel, rows, select, layer, complaints } = await playground.open()
  const frame = page.frames().find((frame) => frame !== page.mainFrame())!
  const { keyboard } = page
  const focusedName = () =>
    frame.evaluate(() => {
      const focused = document.activeElement as HTMLInputElement
      return focused.getAttribute('aria-label') ?? focused.labels?.[0]?.textContent ?? focused.textContent
    })
  async function tabTo(name: string | RegExp) {
    for (let presses = 0; presses < 40; presses++) {
      await keyboard.press('Tab')
      const found = (await focusedName()) ?? ''
      if (typeof name === 'string' ? found === name : name.test(found)) return
    }
    throw new Error(`Tab does not come to ${name}`)
  }
  await select('Hero photo')
  await panel.getByRole('tab', { name: 'Edit' }).focus()
  await tabTo('Prompt')
  await keyboard.type('night')
  playground.api.settings.latency = 5000
  await keyboard.press('Control+Enter')
  await rows.getByText('Editing…').waitFor()
  await keyboard.press('Escape')
  await rows.getByText('Stopped').waitFor()
  expect(await focusedName()).toBe('Prompt')
  playground.api.settings.latency = 0
  await keyboard.press('Control+a')
  await keyboard.press('Delete')
  await keyboard.press('ArrowUp')
  await keyboard.type(', with a moon')
  await keyboard.press('Control+Enter')
  await rows.getByText('Done', { exact: true }).waitFor()
  const slider = rows.getByRole('slider')
  await slider.waitFor()
  await tabTo('Before and after of Hero photo')
  for (const [key, words] of [
    ['Home', '0% before, 100% after'],
    ['ArrowRight', '1% before, 99% after'],
    ['End', '100% before, 0% after'],
  ] as const) {
    await keyboard.press(key)
    expect(await slider.getAttribute('aria-valuetext')).toBe(words)
  }
  await tabTo('Original Hero photo')
  await keyboard.press('Enter')
  await panel.getByText('Original is showing').first().waitFor()
  expect(await focusedName()).toBe('Original Hero photo')
  const images = (await layer('Hero photo')).fills.filter(({ type }) => type === 'IMAGE')
  expect(images.map(({ visible }) => visible !== false)).toEqual([true, false])
  expect(complaints).toEqual([])
})
