// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { LayerRow } from '../../../src/shared/protocol.ts'
import { CAN, editedTo, fakeCode, imageRow, resultOn, settled } from '../jobs/fakes.ts'
import { allByRole, byRole, findings, isShown, perform, press, pressKey, show, type, words } from './page.ts'
import { openPanel } from './panel.tsx'

beforeEach(() => {
  document.documentElement.lang = 'en'
  document.title = 'Refill'
  vi.spyOn(URL, 'createObjectURL').mockReturnValue('data:image/png;base64,AA==')
})
afterEach(async () => {
  await show()
  vi.restoreAllMocks()
})

const can = { ...CAN, promptLimit: 500 }
const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const png = (name: string) => new File([PNG, name], name, { type: 'image/png' })

/** The panel with references of these names. */
async function open(names: string[] = [], { pictures = 5, rows }: { pictures?: number; rows?: LayerRow[] } = {}) {
  const asked: number[] = []
  const panel = await openPanel({
    ...(rows && { rows }),
    provider: {
      can: (model) => ({ ...can, pictures: model === 'single' ? 1 : model === 'pair' ? 2 : pictures }),
      async edit(request) {
        asked.push(request.pictures.length)
        return editedTo('x')
      },
    },
  })
  await perform(() => panel.references.addFiles(names.map(png)))
  await arrived()
  return { ...panel, asked }
}
async function arrived() {
  for (let step = 0; step < 30; step++) await perform(() => {})
}

const section = () => byRole('region', 'References')
const items = () => [...section().querySelectorAll('li')].map((item) => words(item))
const prompt = () => byRole<HTMLTextAreaElement>('textbox', 'Prompt')

/** An event with files, as happy-dom has none of its own. */
function given(name: string, files: File[], { text = '', on = document.body as Element, types = ['Files'] } = {}) {
  const carried = { files, types, getData: () => text }
  const event = new Event(name, { bubbles: true, cancelable: true })
  Object.assign(event, { clipboardData: carried, dataTransfer: carried, relatedTarget: null })
  return perform(() => on.dispatchEvent(event)).then(() => event)
}

test('without references it is said how many there may be, and what they are called', async () => {
  await open()
  expect(words(section())).toContain('Up to 4 more images, called image 2 to image 5 in the prompt.')
  expect(await findings()).toEqual([])
})

test('nothing is offered where the model takes one picture', async () => {
  await open([], { pictures: 1 })
  expect(isShown('region', 'References')).toBe(false)
  expect(isShown('button', 'Choose files…')).toBe(false)
})

test('references stand in order, called as they are sent', async () => {
  await open(['lamp.png', 'rug.png'])
  expect(items()).toEqual(['image 2 lamp.png', 'image 3 rug.png'])
  expect(await findings()).toEqual([])
})

test('files are chosen, and what cannot be used is named in a sentence', async () => {
  await open()
  const picker = section().querySelector<HTMLInputElement>('input[type=file]')!
  Object.defineProperty(picker, 'files', { value: [png('lamp.png'), new File(['<svg>'], 'logo.svg')] })
  await perform(() => picker.dispatchEvent(new Event('change', { bubbles: true })))
  await arrived()
  expect(items()).toEqual(['image 2 lamp.png'])
  expect(words(byRole('alert'))).toBe(
    '“logo.svg” was left out: SVG files cannot be used. Save it as PNG or JPEG first. Dismiss',
  )
  expect(await findings()).toEqual([])
  byRole('button', 'Dismiss').focus()
  await press(byRole('button', 'Dismiss'))
  expect(isShown('alert')).toBe(false)
  expect(section().contains(document.activeElement)).toBe(true)
})

test('of more than the model takes the rest is named in one sentence', async () => {
  await open(['a', 'b', 'c', 'd', 'e', 'f'])
  expect(items()).toHaveLength(4)
  expect(words(byRole('alert'))).toContain('“e” and “f” were left out: the model takes 5 images in all.')
})

test('a picture is pasted wherever the focus is', async () => {
  await open()
  const event = await given('paste', [png('image.png')], { on: prompt() })
  await arrived()
  expect(items()).toEqual(['image 2 Pasted image'])
  expect(event.defaultPrevented).toBe(true)
})

test('text that is pasted into a box stays text, also with a picture of it', async () => {
  await open()
  const event = await given('paste', [png('image.png')], { on: prompt(), text: 'starry night' })
  await arrived()
  expect(event.defaultPrevented).toBe(false)
  expect(items()).toEqual([])
})

test('on another tab nothing is pasted', async () => {
  const { references } = await open()
  await press(byRole('tab', 'Settings'))
  await given('paste', [png('image.png')])
  await arrived()
  expect(references.all.value).toEqual([])
})

test('files are dropped on the panel, which says so while they are held over it', async () => {
  await open()
  expect((await given('dragover', [])).defaultPrevented).toBe(true)
  expect(words(section())).toContain('Drop to add them as references.')
  await given('dragleave', [])
  expect(words(section())).not.toContain('Drop to add')
  expect((await given('drop', [png('lamp.png'), png('rug.png')])).defaultPrevented).toBe(true)
  await arrived()
  expect(items()).toEqual(['image 2 lamp.png', 'image 3 rug.png'])
})

test('what is dragged from the panel itself is no file', async () => {
  await open()
  await given('dragstart', [])
  expect((await given('dragover', [])).defaultPrevented).toBe(false)
  await given('drop', [png('thumbnail.png')])
  await given('dragend', [])
  await arrived()
  expect(items()).toEqual([])
})

test('text that is dragged over the panel is left alone', async () => {
  await open()
  expect((await given('dragover', [], { types: ['text/plain'] })).defaultPrevented).toBe(false)
})

test('a file that is dropped where the model takes one picture is not shown in place of the panel', async () => {
  const { form } = await open()
  await perform(() => form.change({ model: 'single' }))
  expect((await given('drop', [png('lamp.png')])).defaultPrevented).toBe(true)
  await arrived()
  expect(words(byRole('alert'))).toContain('“lamp.png” was left out: the model takes one image alone.')
})

test('the selected layer is used, and a hint says how where none is', async () => {
  const { selection } = await open()
  await press(byRole('button', 'Use selected layer'))
  await arrived()
  expect(items()).toEqual(['image 2 Hero'])
  await perform(() => selection.follow({ rows: [] }))
  await press(byRole('button', 'Use selected layer'))
  expect(words(byRole('alert'))).toContain('Select the layer in Figma that the prompt is to refer to')
})

test('buttons move a reference, and the focus goes along', async () => {
  await open(['a', 'b', 'c'])
  await press(byRole('button', 'Move down a'))
  expect(items()).toEqual(['image 2 b', 'image 3 a', 'image 4 c'])
  expect(document.activeElement).toBe(byRole('button', 'Move down a'))
  await press(byRole('button', 'Move down a'))
  expect(items()).toEqual(['image 2 b', 'image 3 c', 'image 4 a'])
  // At the end there is no further down.
  expect(document.activeElement?.closest('li')?.textContent).toContain('a')
  expect(byRole<HTMLButtonElement>('button', 'Move down a').disabled).toBe(true)
})

test('Alt and the arrow keys move it from any of its buttons', async () => {
  await open(['a', 'b', 'c'])
  await pressKey(byRole('button', 'Remove c'), 'ArrowUp', { altKey: true })
  expect(items()).toEqual(['image 2 a', 'image 3 c', 'image 4 b'])
  await pressKey(byRole('button', 'Remove c'), 'ArrowUp', { altKey: true })
  await pressKey(byRole('button', 'Remove c'), 'ArrowUp', { altKey: true })
  expect(items()).toEqual(['image 2 c', 'image 3 a', 'image 4 b'])
  await pressKey(byRole('button', 'Remove c'), 'ArrowDown')
  expect(items()).toEqual(['image 2 c', 'image 3 a', 'image 4 b'])
})

test('one is dragged onto the place of another', async () => {
  const { references } = await open(['a', 'b', 'c'])
  const item = (at: number) => section().querySelectorAll('li')[at]!
  const carried = new Map<string, string>()
  const dataTransfer = {
    get types() {
      return [...carried.keys()]
    },
    setData: (type: string, data: string) => carried.set(type, data),
    getData: (type: string) => carried.get(type) ?? '',
  }
  const drag = (name: string, on: Element) =>
    perform(() =>
      on.dispatchEvent(Object.assign(new Event(name, { bubbles: true, cancelable: true }), { dataTransfer })),
    )
  await drag('dragstart', item(0))
  await drag('dragover', item(2))
  await drag('drop', item(2))
  expect(references.all.value.map(({ name }) => name)).toEqual(['b', 'c', 'a'])
})

test('removing one leaves the focus in the list, and then at the section', async () => {
  await open(['a', 'b'])
  await press(byRole('button', 'Remove a'))
  expect(items()).toEqual(['image 2 b'])
  expect(document.activeElement).toBe(byRole('button', 'Remove b'))
  await press(byRole('button', 'Remove b'))
  expect(document.activeElement).toBe(byRole('button', 'Use selected layer'))
})

test('a click on a name puts it into the prompt where the caret is', async () => {
  await open(['a', 'b'])
  await type(prompt(), 'Put the lamp of on the table')
  prompt().setSelectionRange(15, 15)
  await press(byRole('button', 'image 3: put the name into the prompt'))
  expect(prompt().value).toBe('Put the lamp of image 3 on the table')
  expect([document.activeElement, prompt().selectionStart]).toEqual([prompt(), 23])
  await press(byRole('button', 'image 2: put the name into the prompt'))
  expect(prompt().value).toBe('Put the lamp of image 3 image 2 on the table')
})

const placeOf = (number: number) => section().querySelectorAll('li')[number - 2]!

test('a preset’s places stand in their order, and each takes a picture in every way there is', async () => {
  const { presets, references } = await open(['a'])
  await perform(() => presets.take({ name: 'Mix', prompt: 'Mix them', roles: ['Style', 'Product', '', 'Logo'] }))
  expect(items()).toEqual(['image 2 a', 'image 3 Add an image', 'image 4 Add an image', 'image 5 Add an image'])
  const role = (number: number) => byRole<HTMLInputElement>('combobox', `Role of image ${number}`)
  expect([2, 3, 4, 5].map((number) => role(number).value)).toEqual(['Style', 'Product', '', 'Logo'])
  expect(words(section())).not.toContain('no such image')
  expect(await findings()).toEqual([])
  const button = byRole('button', 'Use selected layer for image 4')
  button.focus()
  await press(button)
  await arrived()
  expect(items()).toEqual(['image 2 a', 'image 3 Add an image', 'image 4 Hero', 'image 5 Add an image'])
  expect(placeOf(4).contains(document.activeElement)).toBe(true)
  await given('drop', [png('mark.png')], { on: placeOf(5) })
  await arrived()
  const picker = section().querySelector<HTMLInputElement>('input[type=file]')!
  await press(byRole('button', 'Choose a file for image 3'))
  Object.defineProperty(picker, 'files', { value: [png('shoe.png')] })
  await perform(() => picker.dispatchEvent(new Event('change', { bubbles: true })))
  await arrived()
  expect(items()).toEqual(['image 2 a', 'image 3 shoe.png', 'image 4 Hero', 'image 5 mark.png'])
  await type(role(4), 'Pose')
  await press(byRole('button', 'Move up Hero'))
  expect(references.places.value.map(({ role }) => role)).toEqual(['Style', 'Pose', 'Product', 'Logo'])
})

test('Run is refused where the prompt names an empty place; else that is left out', async () => {
  const { presets, asked } = await open(['a'])
  await perform(() => presets.take({ name: 'Mix', prompt: 'The shoe of image 3', roles: ['Style', 'Product'] }))
  await press(byRole('button', 'Run'))
  await arrived()
  expect(words(document.body)).toContain('The prompt speaks of image 3 (Product), and its place is empty.')
  expect(asked).toEqual([])
  await type(prompt(), 'In the style of image 2')
  await press(byRole('button', 'Run'))
  await arrived()
  expect(asked).toEqual([2])
  await press(byRole('button', 'Remove image 3'))
  expect(items()).toEqual(['image 2 a'])
})

test('of more places than the model takes it is said that they are left out', async () => {
  const { presets, form } = await open()
  await perform(() => form.change({ model: 'pair' }))
  await perform(() => presets.take({ name: 'Mix', prompt: 'Mix them', roles: ['Style', 'Product', 'Logo'] }))
  expect(items()).toEqual(['image 2 Add an image', 'Not sent', 'Not sent'])
  expect(words(section())).toContain('This model takes 2 images in all: 2 places of the preset are left out.')
  expect(isShown('button', 'Choose a file for image 3')).toBe(false)
  expect(await findings()).toEqual([])
  await perform(() => form.change({ model: 'single' }))
  expect(words(section())).toContain('This model takes one image alone: 3 places of the preset are left out.')
})

test('a name without a picture is pointed out, and keeps no run from starting', async () => {
  const { asked } = await open(['a'])
  await type(prompt(), 'The lamp of image 4 by image 2')
  expect(words(section())).toContain('The prompt speaks of image 4, and there is no such image.')
  await press(byRole('button', 'Run'))
  await arrived()
  expect(asked).toEqual([2])
})

test('a model that takes fewer leaves the others grey, and says so', async () => {
  const { form, asked } = await open(['a', 'b', 'c'])
  await perform(() => form.change({ model: 'pair' }))
  expect(items()).toEqual(['image 2 a', 'Not sent b', 'Not sent c'])
  expect(words(section())).toContain('This model takes 2 images in all: the last 2 are kept, and not sent.')
  expect(await findings()).toEqual([])
  await type(prompt(), 'Make it night')
  await press(byRole('button', 'Run'))
  await arrived()
  expect(asked).toEqual([2])
  await perform(() => form.change({ model: 'single' }))
  expect(items()).toEqual(['Not sent a', 'Not sent b', 'Not sent c'])
  expect(words(section())).toContain('This model takes one image alone: the last 3 are kept, and not sent.')
  await perform(() => form.change({ model: 'p-image-edit' }))
  expect(items()).toEqual(['image 2 a', 'image 3 b', 'image 4 c'])
})

test('a result of the strip becomes a reference', async () => {
  const night = resultOn('Hero', 'make it night', { shown: true })
  const code = fakeCode({ readResults: () => ({ results: [night], original: false }) })
  await openPanel({ code, rows: [imageRow('Hero', { results: 1 })] })
  await arrived()
  await press(byRole('button', 'Use as reference Hero'))
  await arrived()
  expect(items()).toEqual(['image 2 Hero'])
  expect(code.inputs('readImage')).toContainEqual({ id: 'id of Hero', hash: 'hash of make it night' })
})

test('the references are kept while other tabs are looked at', async () => {
  await open(['a'])
  await press(byRole('tab', 'Settings'))
  await press(byRole('tab', 'Edit'))
  expect(items()).toEqual(['image 2 a'])
  expect(allByRole('listitem').length).toBeGreaterThan(0)
  await settled()
})
