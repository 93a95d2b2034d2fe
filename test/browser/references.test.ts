import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { playgroundForTests } from '../harness/playground.ts'

// Pictures beside the main one, as a designer adds them to the built plugin.

const playground = playgroundForTests()
beforeAll(playground.start)
afterAll(playground.stop)
afterEach(playground.tidy)

const RED = { r: 200, g: 30, b: 30 }
const GREEN = { r: 30, g: 160, b: 60 }

async function file(name: string, background: typeof RED, orientation?: number) {
  const image = sharp({ create: { width: 240, height: 120, channels: 3, background } }).jpeg()
  if (orientation) image.withMetadata({ orientation }).withExifMerge({ IFD0: { Artist: 'Secret Person' } })
  return { name, mimeType: 'image/jpeg', buffer: await image.toBuffer() }
}

/** The colour of a picture as a whole, by the names here. */
async function colourOf(bytes: Uint8Array) {
  const { channels } = await sharp(bytes).stats()
  const [red = 0, green = 0, blue = 0] = channels.map(({ mean }) => mean)
  const isNear = ({ r, g, b }: typeof RED) => Math.hypot(red - r, green - g, blue - b) < 12
  return isNear(RED) ? 'red' : isNear(GREEN) ? 'green' : isNear(ORANGE) ? 'orange' : 'other'
}
/** What the badge of the test world is filled with. */
const ORANGE = { r: 230, g: 102, b: 51 }

const edits = () => playground.api.requests.filter(({ query, files }) => files.length > 0 && !query.dryRun)
const sent = async () => Promise.all(edits()[0]!.files.map(({ content }) => colourOf(content!)))

async function opened() {
  const hands = await playground.open()
  const { page, panel } = hands
  const section = panel.getByRole('region', { name: 'References' })
  const items = section.getByRole('listitem')
  return {
    ...hands,
    section,
    items,
    async choose(...files: Awaited<ReturnType<typeof file>>[]) {
      const chooser = page.waitForEvent('filechooser')
      await section.getByRole('button', { name: 'Choose files…' }).click()
      await (await chooser).setFiles(files)
    },
    async useSelected(name: string) {
      await hands.select(name)
      await panel.getByText(name, { exact: true }).first().waitFor()
      await section.getByRole('button', { name: 'Use selected layer' }).click()
    },
  }
}

test('a file and a selected layer are sent after the main picture, in the order that they are given', async () => {
  const { edit, section, items, choose, useSelected, panel, complaints } = await opened()
  await choose(await file('lamp.jpg', RED, 6))
  await items.nth(0).getByText('lamp.jpg').waitFor()
  await useSelected('Badge')
  await items.nth(1).getByText('Badge').waitFor()
  await panel.getByText('$0.01 for 1 result').waitFor()
  await edit(['Hero photo'], 'Put the lamp of image 2 beside image 3')
  expect(await sent()).toEqual(['other', 'red', 'orange'])
  const [main, lamp] = edits()[0]!.files
  expect([main!.field, main!.name, lamp!.name]).toEqual(['image[]', 'image-1.jpg', 'image-2.jpg'])
  // Upright, and nothing of the camera's beside it.
  const { width, height, orientation } = await sharp(lamp!.content!).metadata()
  expect([width, height, orientation]).toEqual([120, 240, undefined])
  expect(Buffer.from(lamp!.content!).includes('Secret')).toBe(false)
  expect(playground.api.requests.find(({ query, files }) => query.dryRun && files.length === 3)).toBeDefined()

  playground.api.forget()
  await section.getByRole('button', { name: 'Move down lamp.jpg' }).click()
  await edit(['Avatar'], 'The same again')
  expect(await sent()).toEqual(['other', 'orange', 'red'])
  expect(complaints).toEqual([])
})

test('a name is put into the prompt where the caret is, by the keyboard too', async () => {
  const { section, choose, panel } = await opened()
  await choose(await file('lamp.jpg', RED), await file('rug.jpg', GREEN))
  const prompt = panel.getByRole('textbox', { name: 'Prompt', exact: true })
  await prompt.fill('Put the lamp of on the table')
  await prompt.evaluate((box: HTMLTextAreaElement) => box.setSelectionRange(15, 15))
  await section.getByRole('button', { name: 'image 3' }).press('Enter')
  await panel.locator(':focus').pressSequentially(', large,')
  expect(await prompt.inputValue()).toBe('Put the lamp of image 3, large, on the table')
  await section.getByRole('button', { name: 'Remove rug.jpg' }).press('Alt+ArrowUp')
  expect(await section.getByRole('listitem').allInnerTexts()).toEqual([
    expect.stringContaining('rug.jpg'),
    expect.stringContaining('lamp.jpg'),
  ])
  expect(await panel.locator(':focus').getAttribute('aria-label')).toBe('Remove rug.jpg')
})

test('a picture is pasted, another one dropped, and one is dragged to another place', async () => {
  const { section, items, panel } = await opened()
  const [red, green] = await Promise.all([file('red.jpg', RED), file('green.jpg', GREEN)])
  const give = (event: 'paste' | 'drop', { name, mimeType, buffer }: typeof red) =>
    panel.locator('body').evaluate(
      (body, { event, name, mimeType, bytes }) => {
        const carried = new DataTransfer()
        carried.items.add(new File([new Uint8Array(bytes)], name, { type: mimeType }))
        const options = { bubbles: true, cancelable: true }
        body.dispatchEvent(
          event === 'paste'
            ? new ClipboardEvent('paste', { ...options, clipboardData: carried })
            : new DragEvent('drop', { ...options, dataTransfer: carried }),
        )
      },
      { event, name, mimeType, bytes: [...buffer] },
    )
  await give('paste', { ...red, name: 'image.png' })
  await give('drop', green)
  await items.nth(1).waitFor()
  const texts = async () => (await items.allInnerTexts()).map((text) => text.replaceAll('\n', ' '))
  expect(await texts()).toEqual(['image 2 Pasted image', 'image 3 green.jpg'])
  await items.nth(1).locator('img').dragTo(items.nth(0))
  await expect.poll(texts).toEqual(['image 2 green.jpg', 'image 3 Pasted image'])
  await give('drop', { name: 'logo.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg/>') })
  await section.getByRole('alert').getByText('“logo.svg” was left out: SVG files cannot be used.').waitFor()
})

test('in a small panel it is seen at once that a file was left out', async () => {
  const { page, section, choose } = await opened()
  await page.evaluate(() => {
    const { style } = document.querySelector('iframe')!
    style.setProperty('width', '300px', 'important')
    style.setProperty('height', '400px', 'important')
  })
  await choose({ name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('x') })
  const told = section.getByRole('alert')
  await told.waitFor()
  await expect
    .poll(() =>
      told.evaluate((element) =>
        element.contains(document.elementFromPoint(150, element.getBoundingClientRect().bottom - 4)),
      ),
    )
    .toBe(true)
})

test('a file that is dropped on another tab is not shown in place of the panel', async () => {
  const { panel, items } = await opened()
  await panel.getByRole('tab', { name: 'Settings' }).click()
  const isLeft = await panel.locator('body').evaluate((body) => {
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(new File(['x'], 'a.png', { type: 'image/png' }))
    const options = { bubbles: true, cancelable: true, dataTransfer }
    return ['dragover', 'drop'].map((name) => body.dispatchEvent(new DragEvent(name, options)))
  })
  expect(isLeft).toEqual([false, false])
  await panel.getByRole('tab', { name: 'Edit', exact: true }).click()
  expect(await items.count()).toBe(0)
})

test('a result becomes a reference of the next edit', async () => {
  const { edit, items, rows } = await opened()
  await edit(['Badge'], 'green tint')
  await rows.getByRole('button', { name: 'Results Badge' }).click()
  await rows.getByRole('button', { name: 'Use as reference Badge' }).click()
  await items.nth(0).getByText('Badge').waitFor()
  playground.api.forget()
  await edit(['Hero photo'], 'In the colors of image 2')
  expect(edits()[0]!.files).toHaveLength(2)
})

test('a preset keeps what its references are for, asks for them in the next panel, and they are sent in their order', async () => {
  const { page, panel, section, items, choose, select, complaints } = await opened()
  const role = (number: number) => section.getByRole('combobox', { name: `Role of image ${number}` })
  await select('Hero photo')
  await choose(await file('red.jpg', RED), await file('green.jpg', GREEN))
  await items.nth(1).getByText('green.jpg').waitFor()
  await role(2).fill('Style')
  await role(3).fill('Product')
  const prompt = panel.getByRole('textbox', { name: 'Prompt', exact: true })
  await prompt.fill('Put the shoe of image 3 there')
  await panel.getByRole('button', { name: 'Presets…' }).click()
  await panel.getByRole('button', { name: 'Save as preset…' }).click()
  await panel.getByRole('textbox', { name: 'Name of the preset' }).fill('Shoe')
  await page.keyboard.press('Enter')
  await panel.getByText('Saved as “Shoe”.').waitFor()
  await panel.getByRole('combobox', { name: 'Search presets' }).fill('shoe')
  await panel.getByText('2 references: Style, Product').waitFor()

  await page.evaluate(() => window.playground.run())
  await select('Hero photo')
  await panel.getByText('1 image selected').waitFor()
  expect(await items.count()).toBe(0)
  await panel.getByRole('button', { name: 'Presets…' }).click()
  await panel.getByRole('combobox', { name: 'Search presets' }).fill('shoe')
  await panel.getByRole('option', { name: 'Shoe', exact: true }).waitFor()
  await page.keyboard.press('Enter')
  await panel.getByText('It has places for 2 references below the prompt.').waitFor()
  expect([await role(2).inputValue(), await role(3).inputValue()]).toEqual(['Style', 'Product'])
  const chooser = page.waitForEvent('filechooser')
  await section.getByRole('button', { name: 'Choose a file for image 3' }).click()
  await (await chooser).setFiles(await file('green.jpg', GREEN))
  await items.nth(1).getByText('green.jpg').waitFor()
  await panel.getByRole('button', { name: 'Run', exact: true }).click()
  await panel.getByText('The prompt speaks of image 3, and the place of image 2 (Style) before it is empty.').waitFor()
  expect(edits()).toEqual([])
  await select('Badge')
  await panel.getByText('Badge', { exact: true }).first().waitFor()
  await section.getByRole('button', { name: 'Use selected layer for image 2' }).click()
  await items.nth(0).getByText('Badge').waitFor()
  await panel.getByRole('button', { name: 'Back to what was there' }).click()
  expect([await items.count(), await role(2).inputValue(), await prompt.inputValue()]).toEqual([2, 'Style', ''])
  await panel.getByRole('button', { name: 'Take it again' }).click()
  await select('Hero photo')
  await panel.getByText('Hero photo', { exact: true }).first().waitFor()
  await panel.getByRole('button', { name: 'Run', exact: true }).click()
  await panel.getByText(/^1 of 1\b/).waitFor()
  expect(await sent()).toEqual(['other', 'orange', 'green'])
  expect(complaints).toEqual([])
})
