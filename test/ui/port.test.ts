// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { figmaPort } from '../../src/ui/port.ts'

test('only what a window above says is heard, and only what is meant for the plugin', () => {
  const figma = Object.assign(new EventTarget(), { parent: undefined as unknown })
  figma.parent = figma
  const between = Object.assign(new EventTarget(), { parent: figma })
  Object.defineProperty(window, 'parent', { value: between })

  const heard: unknown[] = []
  figmaPort.listen((message) => heard.push(message))
  const post = (data: unknown, source: unknown) => {
    const event = new MessageEvent('message', { data })
    Object.defineProperty(event, 'source', { value: source })
    dispatchEvent(event)
  }
  post({ pluginMessage: 'from the frame between' }, between)
  post({ pluginMessage: 'from Figma' }, figma)
  post({ pluginMessage: 'from a window elsewhere' }, new EventTarget())
  post({ pluginMessage: 'from itself' }, window)
  post({ pluginMessage: 'from nobody' }, null)
  post({ other: 'from Figma' }, figma)
  post('from Figma', figma)
  expect(heard).toEqual(['from the frame between', 'from Figma'])
})
