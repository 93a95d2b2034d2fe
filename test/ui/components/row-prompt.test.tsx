// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { containerRows, fakeCode, imageRow, settled } from '../jobs/fakes.ts'
import { allByRole, byRole, findings, isShown, perform, press, pressKey, show, type, words } from './page.ts'
import { openPanel } from './panel.tsx'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  document.documentElement.lang = 'en'
  document.title = 'Refill'
})
afterEach(async () => {
  await show()
  vi.useRealTimers()
})

/** Each layer is on a page of its name, and only the first has a headline. */
const code = () =>
  fakeCode({
    readWords: ({ ids }) => ({
      layers: ids.map((id, index) => ({
        ...{ id, page: `Page of ${id.slice(6)}`, properties: { Theme: 'Dark' } },
        texts: index === 0 ? { head: 'Hello' } : {},
      })),
    }),
  })
const rows = [imageRow('a'), imageRow('b')]
const prompt = () => byRole<HTMLTextAreaElement>('textbox', 'Prompt')
const later = () => perform(() => vi.advanceTimersByTimeAsync(1000))
const listed = () => [...byRole('list', 'Selected').children].map((row) => words(row))
const runRows = () => [...byRole('list', 'Run').children]

test('rows show the words that they will send where these differ from what is typed', async () => {
  await openPanel({ rows, code: code() })
  await type(prompt(), 'night')
  expect(document.querySelector('[title=night]')).toBeNull()
  await type(prompt(), '{page}')
  await later()
  expect(listed()).toEqual([expect.stringMatching(/ Page of a$/), expect.stringMatching(/ Page of b$/)])
  expect(document.querySelector('[title="Page of a"]')).not.toBeNull()
  expect(await findings()).toEqual([])
})

test('a row without the text says so, and Run names it', async () => {
  await openPanel({ rows, code: code() })
  await type(prompt(), '{text:Head}')
  await later()
  expect(listed()).toEqual([expect.stringMatching(/ Hello$/), expect.stringMatching(/ Has no text “Head”$/)])
  await press(byRole('button', 'Run'))
  expect(words(byRole('alert'))).toContain('“b” has no text “Head”. Change the prompt, or leave it out.')
  expect(isShown('list', 'Run')).toBe(false)
})

test('a name that stands for nothing is said below the prompt, with those that there are', async () => {
  await openPanel({ rows, code: code() })
  await type(prompt(), '{Them}')
  await later()
  const note = document.getElementById(prompt().getAttribute('aria-describedby') ?? '')!
  expect(words(note)).toBe('{Them} stands for nothing. There is {layer}, {page}, {n}, {text:Name} and {Theme}.')
  expect(prompt().getAttribute('aria-invalid')).toBe('true')
})

test('a row gets a prompt of its own, which a mark shows and Run sends', async () => {
  const { words: model, run } = await openPanel({ rows, code: code() })
  await type(prompt(), 'night')
  const button = byRole('button', 'Own prompt of b')
  await press(button)
  const box = byRole<HTMLTextAreaElement>('textbox', 'Own prompt of b')
  expect(document.activeElement).toBe(box)
  await type(box, 'day on {page}')
  await later()
  expect(await findings()).toEqual([])
  await pressKey(box, 'Escape')
  expect(listed()[1]).toContain('Own prompt : day on Page of b')
  expect(isShown('textbox', 'Own prompt of b')).toBe(false)
  expect(document.activeElement).toBe(button)
  expect([button.dataset.on, byRole('button', 'Own prompt of a').dataset.on]).toEqual(['true', 'false'])
  await press(byRole('button', 'Run'))
  await perform(settled)
  expect(run.rows.value.map(({ job }) => job.prompt)).toEqual(['night', 'day on Page of b'])
  await press(button)
  await type(byRole('textbox', 'Own prompt of b') as HTMLTextAreaElement, '')
  expect(model.own.has(rows[1]!)).toBe(false)
  expect(listed()[1]).not.toContain('Own prompt : ')
})

test('⌘⏎ runs from the box of a row, too', async () => {
  await openPanel({ rows: [imageRow('a')], code: code() })
  await press(byRole('button', 'Own prompt of a'))
  const box = byRole<HTMLTextAreaElement>('textbox', 'Own prompt of a')
  await type(box, 'dusk')
  await pressKey(box, 'Enter', { metaKey: true })
  expect(runRows()).toHaveLength(1)
})

test('what is wrong with a prompt of its own is said at its box', async () => {
  await openPanel({ rows: [imageRow('a')], code: code() })
  await press(byRole('button', 'Own prompt of a'))
  const box = byRole<HTMLTextAreaElement>('textbox', 'Own prompt of a')
  await type(box, 'a very long prompt indeed')
  const note = document.getElementById(box.getAttribute('aria-describedby') ?? '')!
  expect(words(note)).toBe('Sends 25 characters; this model takes 20')
})

test('only what Run could send has a prompt of its own', async () => {
  const skipped = { ...imageRow('group'), source: { kind: 'skipped', why: 'kind' } } as const
  await openPanel({ rows: [...containerRows('Card', [imageRow('a')]), skipped], code: code() })
  expect(
    allByRole('button').flatMap((button) => button.getAttribute('aria-label')?.match(/^Own prompt of .+/) ?? []),
  ).toEqual(['Own prompt of a'])
})
