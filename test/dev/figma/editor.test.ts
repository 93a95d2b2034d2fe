import { expect, test } from 'vitest'
import { box, openFigma, png } from './open-figma.ts'

test('a picture is added as a rectangle that it fills', async () => {
  const { editor } = await openFigma()
  const id = editor.addImage('Photo', await png(8, 6), { width: 80, height: 60, x: 5 })
  expect(editor.layer('Photo')).toMatchObject({ id, type: 'RECTANGLE', x: 5, y: 0, width: 80, height: 60 })
  expect(editor.layer(id).fills).toMatchObject([{ type: 'IMAGE', scaleMode: 'FILL' }])
  expect(editor.scene().images.size).toBe(1)
  editor.undo()
  expect(() => editor.layer('Photo')).toThrow('There is no layer “Photo”.')
})

test('the designer may paint with pictures of the world by name', async () => {
  const { editor } = await openFigma({ pictures: { photo: await png(8, 6) } })
  editor.setFills('Box', [{ type: 'IMAGE', scaleMode: 'FIT', picture: 'photo' }])
  expect(editor.layer('Box').fills).toMatchObject([
    { scaleMode: 'FIT', imageHash: expect.stringMatching(/^[0-9a-f]{40}$/) },
  ])
  expect(() => editor.setFills('Box', [{ type: 'IMAGE', scaleMode: 'FIT', picture: 'none' }])).toThrow(
    'no picture “none”',
  )
})

test('worlds that Figma could not hold do not open', async () => {
  await expect(openFigma({ pages: [] })).rejects.toThrow('has no page')
  await expect(openFigma({ layers: [box('Box', { children: [box('In')] })] })).rejects.toThrow('“Box” is no frame')
  const wrong = [{ type: 'SOLID', color: { r: 9, g: 0, b: 0 } } as const]
  await expect(openFigma({ layers: [box('Box', { fills: wrong })] })).rejects.toThrow('failed validation')
})

test('equal documents give equal text, in whatever order their data was written', async () => {
  const write = (keys: string) => `for (const key of '${keys}') figma.currentPage.children[0].setPluginData(key, key)`
  const texts = await Promise.all(
    ['ab', 'ba'].map(async (keys) => {
      const { editor, ask } = await openFigma()
      await ask(write(keys))
      return JSON.stringify(editor.json())
    }),
  )
  expect(texts[0]).toBe(texts[1])
})

test('what json answers is a copy', async () => {
  const { editor } = await openFigma()
  const json = editor.json()
  json.pages[0]!.children[0]!.fills.length = 0
  expect(editor.layer('Box').fills).toHaveLength(1)
})

test('listeners hear once of many changes, until they stop', async () => {
  const { editor } = await openFigma()
  const change = () => new Promise<void>((resolve) => void editor.onChange(resolve))
  await change()
  let heard = 0
  const stop = editor.onChange(() => heard++)
  editor.rename('Box', 'A')
  editor.rename('A', 'B')
  editor.select(['B'])
  await change()
  expect(heard).toBe(1)
  stop()
  editor.rename('B', 'C')
  await change()
  expect(heard).toBe(1)
})

test('of several layers with one name the lowest on the page is meant', async () => {
  const { editor } = await openFigma({ layers: [box('Box', { x: 1 }), box('Box', { x: 2 })] })
  expect(editor.layer('Box').x).toBe(1)
})
