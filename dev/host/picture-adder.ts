import type { Editor } from '../figma/editor.ts'
import type { PlacedLayer } from './canvas/placed.ts'
import type { Stage } from './canvas/stage.ts'
import { around, type Point } from './canvas/viewport.ts'
import { bring } from './pictures/bring.ts'
import type { Notify } from './toasts.ts'

export interface PictureAdderOptions {
  editor: Editor
  stage: Stage
  placed(): readonly PlacedLayer[]
  /** Shows the document as it is now; otherwise a change is shown a moment later. */
  refresh(): void
  notify: Notify
}

/** Adds picture files to the page, and tells what had to be done to one for that. */
export function createPictureAdder({ editor, stage, placed, refresh, notify }: PictureAdderOptions) {
  /** The layer's size is `size`, in px, or the picture's own. Returns its id. */
  async function add(name: string, file: Uint8Array, size?: Size): Promise<string> {
    const { bytes, width, height, said } = await bring(name, file)
    if (said) notify(said)
    return editor.addImage(name, bytes, { ...(size ?? { width, height }) })
  }

  /** In the middle of where the file was dropped, or beside everything else; selected and shown. */
  async function addByHand(name: string, file: Uint8Array, dropped?: { clientX: number; clientY: number }) {
    const { bytes, width, height, said } = await bring(name, file)
    if (said) notify(said)
    const middle = dropped && stage.documentPoint(dropped)
    const at = middle ? { x: middle.x - width / 2, y: middle.y - height / 2 } : besideAll(placed())
    const id = editor.addImage(name, bytes, { width, height, ...at })
    editor.select([id])
    refresh()
    stage.bring([id])
  }

  return { add, addByHand }
}

function besideAll(placed: readonly PlacedLayer[]): Point {
  const boxes = placed.filter(({ parent }) => !parent).map(({ box }) => box)
  if (boxes.length === 0) return { x: 0, y: 0 }
  const { x, y, width } = around(boxes)
  return { x: x + width + GAP, y }
}

interface Size {
  width: number
  height: number
}

/** Document px */
const GAP = 80
