import { expect, test } from 'vitest'
import type { NotifyOptions } from '../../../dev/figma/editor.ts'
import { openFigma } from './open-figma.ts'

/** Runs code with a window that remembers its notifications; `gone` are those taken back. */
async function notified(code: string) {
  const figma = await openFigma()
  const shown: ({ message: string } & NotifyOptions)[] = []
  const gone: string[] = []
  figma.ui.notify = (message, options) => {
    shown.push({ message, ...options })
    return () => void gone.push(message)
  }
  const run = await figma.start(code)
  return { run, shown, gone, logs: () => run.logs.map(({ values }) => values.join(' ')) }
}

test('onDequeue hears once why a notification went', async () => {
  const { shown, logs } = await notified(`figma.notify('a', { onDequeue: (reason) => console.log(reason) })`)
  shown[0]!.dequeued('timeout')
  shown[0]!.dequeued('dismiss')
  expect(logs()).toEqual(['timeout'])
})

test('a button whose action answers false keeps the notification', async () => {
  const { shown, logs } = await notified(`
    figma.notify('stays', { button: { text: 'More', action: () => { console.log('pressed'); return false } } })
    figma.notify('goes', { button: { text: 'Do', action: () => {} } })`)
  expect(shown.map(({ button }) => button!.press())).toEqual([false, true])
  expect(logs()).toEqual(['pressed'])
})

test('cancel takes back its own notification, not another with the same text', async () => {
  const { gone, shown, logs } = await notified(`figma.notify('same')
    const handler = figma.notify('same', { onDequeue: (reason) => console.log(reason) })
    handler.cancel(); handler.cancel()`)
  expect(shown).toHaveLength(2)
  expect(gone).toEqual(['same'])
  expect(logs()).toEqual(['dismiss'])
})

test('those with a button or without an end go with the plugin, others stay', async () => {
  const { gone } = await notified(`figma.notify('stays'); figma.notify('endless', { timeout: Infinity })
    figma.notify('button', { button: { text: 'Do', action: () => {} } }); figma.closePlugin('bye')`)
  expect(gone).toEqual(['endless', 'button'])
})

test('what is no function or no option is refused', async () => {
  const { ask } = await openFigma()
  await expect(ask(`figma.notify('a', { onDequeue: 1 })`)).rejects.toThrow(
    'in notify: Expected "onDequeue" to have type function',
  )
  await expect(ask(`figma.notify('a', { color: 'red' })`)).rejects.toThrow(`Unrecognized key(s) in object: 'color'`)
  await expect(ask('figma.notify(1)')).rejects.toThrow('Expected "message" to have type string')
})
