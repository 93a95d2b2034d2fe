import type { Rect, Size } from '../../shared/picture.ts'

export interface Point {
  x: number
  y: number
}

/** What a drag on a picture does, in px of that: draws a part, moves one, or pulls one of its corners. */
export type Drag = {
  from: Point
  to: Point
} & ({ does: 'draw' } | { does: 'move'; id: string; start: Rect } | { does: 'resize'; id: string; anchor: Point })

/** Where the part that is dragged lies by now, within the picture. */
export function draggedTo(drag: Drag, picture: Size): Rect {
  const { from, to } = drag
  if (drag.does === 'move') {
    const { start } = drag
    return { ...start, ...held({ x: start.x + to.x - from.x, y: start.y + to.y - from.y }, start, picture) }
  }
  const [one, other] = [drag.does === 'resize' ? drag.anchor : from, to].map((at) => held(at, NOTHING, picture))
  return {
    ...{ x: Math.min(one!.x, other!.x), y: Math.min(one!.y, other!.y) },
    ...{ width: Math.abs(other!.x - one!.x), height: Math.abs(other!.y - one!.y) },
  }
}

/** The corner that stays where the one is pulled that lies at the point; undefined where there is none, within `reach` px. */
export function anchorAt({ x, y }: Point, { x: left, y: top, width, height }: Rect, reach: number): Point | undefined {
  const near = Math.min(reach, width / 3, height / 3)
  const [right, bottom] = [left + width, top + height]
  const across = x - left <= near ? right : right - x <= near ? left : undefined
  const down = y - top <= near ? bottom : bottom - y <= near ? top : undefined
  return across === undefined || down === undefined ? undefined : { x: across, y: down }
}

const held = ({ x, y }: Point, { width, height }: Size, picture: Size): Point => ({
  x: Math.max(0, Math.min(picture.width - width, x)),
  y: Math.max(0, Math.min(picture.height - height, y)),
})

const NOTHING: Size = { width: 0, height: 0 }
