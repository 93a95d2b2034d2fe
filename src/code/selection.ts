import type { Selection } from '../shared/protocol.ts'
import { rowsOf } from './source.ts'

/** What is selected, as rows from top left to bottom right. Figma: the selection itself has no order. */
export async function readSelection(): Promise<Selection> {
  const layers = [...figma.currentPage.selection].sort(byPosition)
  const rows = await Promise.all(layers.map(rowsOf))
  return { rows: rows.flat() }
}

/** A function to call when the selection may have changed: `tell` hears of it once it has settled, newest only. */
export function followSelection(tell: (selection: Selection) => void): () => void {
  let timer: number | undefined
  let latest = 0
  async function read() {
    const mine = ++latest
    const selection = await readSelection()
    if (mine === latest) tell(selection)
  }
  return () => {
    if (timer !== undefined) clearTimeout(timer)
    timer = setTimeout(read, SETTLE)
  }
}

function byPosition(a: SceneNode, b: SceneNode): number {
  const [one, other] = [a.absoluteBoundingBox, b.absoluteBoundingBox]
  if (!one || !other) return 0
  return one.y - other.y || one.x - other.x
}

/** ms; a marquee changes the selection many times. */
const SETTLE = 60
