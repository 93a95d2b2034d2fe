import type { Editor } from '../figma/editor.ts'
import { byId } from './element.ts'
import type { Notify } from './toasts.ts'

/** Undo and redo by the buttons and by ⌘Z, ⇧⌘Z, Ctrl+Z, Ctrl+Shift+Z and Ctrl+Y. */
export function listenForUndo(editor: Editor, notify: Notify) {
  const undo = () => editor.undo() || notify('There is nothing to undo.')
  const redo = () => editor.redo() || notify('There is nothing to redo.')

  byId('undo').addEventListener('click', undo)
  byId('redo').addEventListener('click', redo)
  addEventListener('keydown', (event) => {
    if (!(event.metaKey || event.ctrlKey) || event.target instanceof HTMLInputElement) return
    const key = event.key.toLowerCase()
    if (key !== 'z' && key !== 'y') return
    event.preventDefault()
    if (key === 'y' || event.shiftKey) redo()
    else undo()
  })
}
