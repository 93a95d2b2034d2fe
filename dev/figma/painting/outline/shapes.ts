import type { Vector } from '@figma/plugin-typings/plugin-api-standalone'
import type { Corners } from '../../document/layer-record.ts'
import type { SceneLayer } from '../../scene.ts'
import { combinedOutline } from './combine.ts'
import { arc, ellipse, pointOn, roundedBox, roundedPolygon } from './curves.ts'
import { type Command, commandsFrom, movedBy, type Outline } from './path.ts'

/** What a layer fills, in its own space; undefined where that is nothing, or letters. */
export function areaOf(layer: SceneLayer): Outline | undefined {
  if (layer.type === 'VECTOR') return vectorArea(layer)
  if (layer.type === 'LINE') return undefined
  return contourOf(layer)
}

/** What a layer's strokes follow, in its own space. */
export function contourOf(layer: SceneLayer): Outline | undefined {
  const there = contours.get(layer)
  if (there) return there
  const outline = makeContour(layer)
  if (outline) contours.set(layer, outline)
  return outline
}

/** A rectangle or an ellipse that is larger by so many px on each side, or smaller; else undefined. */
export function grownArea(layer: SceneLayer, by: number): Outline | undefined {
  const { type, width, height } = layer
  const box = { x: -by, y: -by, width: Math.max(0, width + 2 * by), height: Math.max(0, height + 2 * by) }
  if (BOXES.has(type)) return even(roundedBox(box, grownCorners(cornersOf(layer), by)))
  if (type !== 'ELLIPSE' || !isWhole(layer.arcData)) return undefined
  return even(ellipse({ x: width / 2, y: height / 2, radiusX: box.width / 2, radiusY: box.height / 2 }))
}

export const cornersOf = ({ corners, cornerRadius: radius }: SceneLayer): Corners =>
  corners ?? { topLeft: radius, topRight: radius, bottomLeft: radius, bottomRight: radius }

/** A sharp corner stays sharp. */
export const grownRadius = (radius: number, by: number) => (radius > 0 ? Math.max(0, radius + by) : 0)

const grownCorners = ({ topLeft, topRight, bottomLeft, bottomRight }: Corners, by: number): Corners => ({
  topLeft: grownRadius(topLeft, by),
  topRight: grownRadius(topRight, by),
  bottomLeft: grownRadius(bottomLeft, by),
  bottomRight: grownRadius(bottomRight, by),
})

/** `cornerSmoothing` is not followed: corners are plain quarter circles. */
function makeContour(layer: SceneLayer): Outline | undefined {
  const { type, width, height, pointCount = type === 'STAR' ? 5 : 3, cornerRadius } = layer
  if (BOXES.has(type)) return even(roundedBox({ x: 0, y: 0, width, height }, cornersOf(layer)))
  if (type === 'ELLIPSE') return even(ellipseOf(layer))
  if (type === 'POLYGON') return even(roundedPolygon(spokes(layer, pointCount, [1]), cornerRadius))
  if (type === 'STAR') {
    return even(roundedPolygon(spokes(layer, pointCount * 2, [1, layer.innerRadius ?? INNER_RADIUS]), cornerRadius))
  }
  if (type === 'LINE')
    return even([
      ['M', 0, 0],
      ['L', width, 0],
    ])
  if (type === 'VECTOR') return even((layer.vectorPaths ?? []).flatMap(({ data }) => commandsFrom(data)))
  if (type === 'BOOLEAN_OPERATION') return booleanArea(layer)
  return undefined
}

/** Points on the ellipse within the layer's box, from its top and clockwise, at these shares of its radius in turn. */
function spokes({ width, height }: SceneLayer, count: number, shares: readonly number[]): Vector[] {
  return Array.from({ length: count }, (_, index) => {
    const share = shares[index % shares.length]!
    const oval = { x: width / 2, y: height / 2, radiusX: (width / 2) * share, radiusY: (height / 2) * share }
    return pointOn(oval, (index * 2 * Math.PI) / count - Math.PI / 2)
  })
}

/** Angles in radians from the right, clockwise; `innerRadius` 0…1 cuts a hole. */
function ellipseOf({ width, height, arcData }: SceneLayer): Command[] {
  const oval = (share: number) => ({
    x: width / 2,
    y: height / 2,
    radiusX: (width / 2) * share,
    radiusY: (height / 2) * share,
  })
  const hole = arcData?.innerRadius ?? 0
  if (!arcData || sweepOf(arcData) >= WHOLE) return [...ellipse(oval(1)), ...(hole > 0 ? ellipse(oval(hole)) : [])]
  const { startingAngle: from, endingAngle: to } = arcData
  const start = pointOn(oval(1), from)
  const turn = pointOn(oval(hole), to)
  return [
    ['M', start.x, start.y],
    ...arc(oval(1), from, to),
    ['L', turn.x, turn.y],
    ...(hole > 0 ? arc(oval(hole), to, from) : []),
    ['Z'],
  ]
}

const sweepOf = ({ startingAngle, endingAngle }: { startingAngle: number; endingAngle: number }) =>
  Math.abs(endingAngle - startingAngle)

const isWhole = (arcData: SceneLayer['arcData']) => !arcData || (arcData.innerRadius === 0 && sweepOf(arcData) >= WHOLE)

/** T:5481: a path whose winding rule is NONE has no fill. */
function vectorArea({ vectorPaths = [] }: SceneLayer): Outline | undefined {
  const outlines = vectorPaths.flatMap(({ windingRule, data }) =>
    windingRule === 'NONE' ? [] : [{ rule: windingRule, commands: commandsFrom(data) }],
  )
  if (outlines.length < 2) return outlines[0]
  return combinedOutline(outlines, (inside) => inside.includes(true))
}

/** Figma subtracts what lies above from the lowest child (help pages on boolean operations). Hidden children take no part. */
function booleanArea({ operation = 'UNION', children }: SceneLayer): Outline | undefined {
  const parts = children.flatMap((child) => {
    const area = child.visible && wholeArea(child)
    return area ? [movedBy(child.transform, area)] : []
  })
  return parts.length > 0 ? combinedOutline(parts, KEEPS[operation]) : undefined
}

/** Of a group, what all in it fill. */
export function wholeArea(layer: SceneLayer): Outline | undefined {
  return layer.type === 'GROUP' ? booleanArea({ ...layer, operation: 'UNION' }) : areaOf(layer)
}

const KEEPS: Record<NonNullable<SceneLayer['operation']>, (inside: readonly boolean[]) => boolean> = {
  UNION: (inside) => inside.includes(true),
  INTERSECT: (inside) => !inside.includes(false),
  SUBTRACT: ([lowest, ...others]) => lowest === true && !others.includes(true),
  EXCLUDE: (inside) => inside.filter(Boolean).length % 2 === 1,
}

const even = (commands: readonly Command[]): Outline => ({ rule: 'EVENODD', commands })
const contours = new WeakMap<SceneLayer, Outline>()

/** Kinds that are a rectangle with corners. */
const BOXES: ReadonlySet<string> = new Set([
  ...['FRAME', 'COMPONENT', 'COMPONENT_SET', 'INSTANCE', 'SECTION', 'RECTANGLE'],
])
/** Radians; a little less, since field values are rounded to 32 bits. */
const WHOLE = 2 * Math.PI - 1e-4
/** What a new star has. */
const INNER_RADIUS = 0.382
