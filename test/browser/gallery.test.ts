import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { playgroundForTests } from '../harness/playground.ts'

// The results of a layer in the gallery, by keyboard wherever a designer could.

const playground = playgroundForTests()
beforeAll(playground.start)
afterAll(playground.stop)
afterEach(playground.tidy)

/** A run with three results of one image, the gallery open at the one that shows. */
async function openGallery(name = 'Hero photo') {
  const opened = await playground.open()
  const { panel, page, edit, rows, layer } = opened
  await panel.getByRole('spinbutton', { name: 'Count', exact: true }).fill('3')
  await edit([name], 'starry night sky')
  await rows
    .first()
    .getByRole('button', { name: `Results ${name}` })
    .click()
  const gallery = panel.getByRole('dialog', { name: `Results on ${name}` })
  const option = gallery.getByRole('option', { selected: true })
  async function look() {
    await rows.first().getByRole('button', { name: 'Look closer' }).press('Enter')
    await gallery.getByText(/^Result 3 of 3 · shows on the layer · \d+ × \d+ px$/).waitFor()
  }
  await look()
  return {
    ...opened,
    ...{ gallery, option, look, keys: page.keyboard },
    focused: () => panel.locator(':focus'),
    shown: async () => (await layer(name)).fills.filter(({ type, visible }) => type === 'IMAGE' && visible !== false),
  }
}

const edits = () =>
  playground.api.requests.filter(
    ({ method, path, query }) => method === 'POST' && path.endsWith('/images/edits') && query.dryRun !== 'true',
  )

test('looking from one to the next writes nothing; Enter shows one, Escape goes back to where it began', async () => {
  const { gallery, option, keys, json, shown, focused, complaints } = await openGallery()
  const before = await json()
  await expect.poll(() => focused().getAttribute('aria-label')).toContain('Result 3 of 3')
  await keys.press('ArrowLeft')
  await gallery.getByText(/^Result 2 of 3 · \d+ × \d+ px$/).waitFor()
  await keys.press('Home')
  expect(await option.getAttribute('aria-label')).toBe('Result 1 of 3, “starry night sky”')
  await keys.press('End')
  await keys.press('ArrowRight')
  expect(await option.getAttribute('aria-label')).toContain('Result 3 of 3')
  expect(await json()).toBe(before)
  const [was] = await shown()
  await keys.press('Home')
  await keys.press('Enter')
  await gallery.getByText(/^Result 1 of 3 · shows on the layer/).waitFor()
  expect(await shown()).not.toEqual([was])
  await keys.press('Escape')
  await gallery.waitFor({ state: 'hidden' })
  expect(await focused().textContent()).toBe('Look closer')
  expect(complaints).toEqual([])
})

test('the original shows while Space or the button is held, and beside the edge', async () => {
  const { gallery, keys, page } = await openGallery()
  const held = gallery.getByText('Original · 600 × 400 px')
  const slider = gallery.getByRole('slider', { name: 'Before and after of Hero photo' })
  await slider.waitFor()
  await keys.down(' ')
  await held.waitFor()
  await keys.up(' ')
  await held.waitFor({ state: 'hidden' })
  expect(await gallery.getByRole('option', { selected: true }).getAttribute('aria-label')).toContain('Result 3')
  await gallery.getByRole('button', { name: 'Hold for original' }).hover()
  await page.mouse.down()
  await held.waitFor()
  await page.mouse.move(5, 5)
  await page.mouse.up()
  await held.waitFor({ state: 'hidden' })
  await slider.press('ArrowRight')
  expect(await slider.getAttribute('aria-valuetext')).toBe('1% before, 99% after')
})

test('at 100 % a px of the picture is a px of the screen; it moves by keys, wheel and drag, and Escape fits it again', async () => {
  const { gallery, keys, page } = await openGallery()
  await gallery.getByRole('button', { name: '100%', exact: true }).press('Enter')
  const pane = gallery.getByRole('group', { name: 'Image at 100%' })
  const picture = pane.locator('img').first()
  const sizes = await picture.evaluate((img: HTMLImageElement) => [img.naturalWidth, img.width * devicePixelRatio])
  expect(sizes[1]).toBeCloseTo(sizes[0]!)
  const at = () => pane.evaluate(({ scrollLeft, scrollTop }) => [Math.round(scrollLeft), Math.round(scrollTop)])
  const [left, top] = (await at()) as [number, number]
  expect(left).toBeGreaterThan(100)
  const box = (await pane.boundingBox())!
  await page.mouse.move(box.x + 100, box.y + 100)
  await page.mouse.wheel(0, 40)
  await expect.poll(at).toEqual([left, top + 40])
  await keys.press('ArrowRight')
  await expect.poll(at).toEqual([left + 40, top + 40])
  const [x, y] = (await at()) as [number, number]
  await page.mouse.down()
  await page.mouse.move(box.x + 130, box.y + 120, { steps: 4 })
  await page.mouse.up()
  expect(await at()).toEqual([x - 30, y - 20])
  await gallery.getByRole('button', { name: '200%' }).click()
  const twice = gallery.getByRole('group', { name: 'Image at 200%' }).locator('img').first()
  expect(await twice.evaluate((img: HTMLImageElement) => img.width / img.naturalWidth)).toBeCloseTo(2)
  await keys.press('Escape')
  await gallery.getByRole('slider').waitFor()
  await gallery.getByRole('slider').dblclick()
  await pane.waitFor()
  await pane.dblclick()
  await pane.waitFor({ state: 'hidden' })
})

test('favourites are marked by F, kept with the file, and Keep favourites removes the others as one undo step', async () => {
  const { gallery, keys, rows, json, undo, layer, panel, shown, option } = await openGallery()
  await keys.press('Home')
  await keys.press('f')
  await gallery.getByRole('button', { name: 'Favourite', pressed: true }).waitFor()
  expect(await option.getAttribute('aria-label')).toBe('Result 1 of 3, “starry night sky”, favourite')
  await keys.press('Escape')
  const before = await json()
  await rows.first().getByRole('button', { name: 'Keep favourites' }).click()
  await panel.getByText('2 results that are no favourites will be removed.').waitFor()
  await panel.getByRole('button', { name: 'Remove' }).click()
  await panel.getByRole('option', { name: 'Result 1 of 1, “starry night sky”, favourite, showing' }).waitFor()
  expect((await layer('Hero photo')).fills.filter(({ type }) => type === 'IMAGE')).toHaveLength(2)
  expect(await shown()).toHaveLength(1)
  await undo()
  expect(await json()).toBe(before)
})

test('More like this sends the same again with other seeds, for the price that the button says', async () => {
  const { gallery, panel } = await openGallery()
  await gallery.getByRole('button', { name: 'More like this (3) for $0.03' }).press('Enter')
  await gallery.getByText('3 more results were asked for').waitFor()
  await gallery.getByRole('option', { name: /^Result 6 of 6/ }).waitFor()
  await gallery.getByRole('button', { name: /^Close/ }).click()
  await panel.getByText(/^3 of 3\b/).waitFor()
  const sent = edits()
  expect(sent).toHaveLength(6)
  expect(new Set(sent.map(({ fields }) => fields.seed)).size).toBe(6)
  const { seed: _, ...first } = sent[0]!.fields
  for (const { fields, files } of sent) {
    expect(fields).toMatchObject(first)
    expect(files).toEqual(sent[0]!.files)
  }
})

test('a double click on More like this asks once, and marks no word of the button', async () => {
  const { gallery, panel } = await openGallery()
  await gallery.getByRole('button', { name: 'More like this (3) for $0.03' }).dblclick()
  await gallery.getByRole('option', { name: /^Result 6 of 6/ }).waitFor()
  expect(await panel.locator('html').evaluate(() => String(getSelection()))).toBe('')
  await gallery.getByRole('button', { name: /^Close/ }).click()
  await panel.getByText(/^3 of 3\b/).waitFor()
  expect(edits()).toHaveLength(6)
})

test('an edit may be made from any result, or from the original, and the row says from which', async () => {
  const { gallery, keys, panel, run, select, focused, layer } = await openGallery('Avatar')
  await keys.press('Home')
  await gallery.getByRole('button', { name: 'Edit from this result' }).click()
  const from = panel.getByRole('combobox', { name: 'Edit from of Avatar' })
  await from.waitFor()
  expect(await focused().evaluate(({ nodeName }) => nodeName)).toBe('TEXTAREA')
  expect(await from.locator('option:checked').textContent()).toBe('Result “starry night sky”')
  await panel.getByRole('spinbutton', { name: 'Count', exact: true }).fill('1')
  await run('winter')
  await expect.poll(() => edits().length).toBe(4)
  await panel.getByText(/^1 of 1\b/).waitFor()
  await from.selectOption('Original')
  await panel.getByText(/^600 × 400 →/).waitFor()
  await run('fog')
  await expect.poll(() => edits().length).toBe(5)
  await panel.getByText(/^1 of 1\b/).waitFor()
  const [first, , , ofResult, ofOriginal] = edits().map(({ files }) => Buffer.from(files[0]!.content!))
  expect(ofOriginal!.equals(first!)).toBe(true)
  expect(ofResult!.equals(first!)).toBe(false)
  // One original, and five results of it side by side.
  expect((await layer('Avatar')).fills.map(({ visible }) => visible !== false)).toEqual([...Array(5).fill(false), true])
  await select('Photo 01')
  await panel.getByText('Photo 01').first().waitFor()
  await select('Avatar')
  await from.waitFor()
  expect(await from.inputValue()).toBe('shown')
})

test('the look of a layer has no original to compare with, and says so', async () => {
  const { gallery } = await openGallery('Badge')
  await gallery.getByText('There is no original to compare with').waitFor()
  expect(await gallery.getByRole('slider').count()).toBe(0)
  expect(await gallery.getByRole('button', { name: 'Hold for original' }).isDisabled()).toBe(true)
  expect(await gallery.getByRole('button', { name: /^More like this/ }).count()).toBe(0)
})

test('the same seed and settings give the same request, byte by byte', async () => {
  const { panel, edit, undo } = await playground.open()
  await panel.getByText('Options', { exact: true }).click()
  await panel.getByRole('combobox', { name: 'Seed', exact: true }).selectOption('Fixed')
  await panel.getByRole('textbox', { name: 'Fixed seed' }).fill('7')
  await edit(['Hero photo'], 'starry night sky')
  await undo()
  await edit(['Hero photo'], 'starry night sky')
  const [first, second, ...others] = edits().map(({ query, fields, files }) => ({
    query,
    fields: Object.entries(fields),
    files: files.map(({ content, ...file }) => ({ ...file, content: Buffer.from(content!).toString('base64') })),
  }))
  expect(others).toEqual([])
  expect(first!.fields).toContainEqual(['seed', '7'])
  expect(second).toEqual(first)
})
