import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import type { LayerRecord } from '../layer-record.ts'
import type { PlainValue } from '../parts/variable-data.ts'
import { isSame } from '../same.ts'
import { boundField } from './bound-fields.ts'

/** What a variable says where it is bound; undefined where it is gone. */
type Says = (variableId: string) => PlainValue | undefined

/** Everything that variables set on a record, as they set it now. What they do not set is not in it. */
export function boundValues(record: LayerRecord, says: Says): Partial<LayerRecord> {
  let now = record
  for (const [name, { id }] of Object.entries(record.boundVariables)) {
    const value = says(id)
    if (value !== undefined) now = { ...now, ...boundField(name)?.write(now, value) }
  }
  now = { ...now, ...paintsOf(now, (paint) => coloured(paint, says)) }
  now = { ...now, effects: now.effects.map((effect) => effectWith(effect, says)) }
  if (now.layoutGrids) now = { ...now, layoutGrids: now.layoutGrids.map((grid) => gridWith(grid, says)) }
  return differences(record, now)
}

/** A record without any tie to a variable, with the values as they are. */
export function unboundFrom(record: LayerRecord, variableId: string): Partial<LayerRecord> {
  const isOther = ([, alias]: [string, unknown]) => Object(alias).id !== variableId
  const free = <T extends object>(bound: T): T =>
    'boundVariables' in bound
      ? { ...bound, boundVariables: Object.fromEntries(Object.entries(Object(bound.boundVariables)).filter(isOther)) }
      : bound
  return differences(record, {
    ...record,
    boundVariables: Object.fromEntries(Object.entries(record.boundVariables).filter(isOther)),
    ...paintsOf(record, (paint) => {
      if (paint.type === 'SOLID') return free(paint)
      return 'gradientStops' in paint ? { ...paint, gradientStops: paint.gradientStops.map(free) } : paint
    }),
    effects: record.effects.map(free),
    ...(record.layoutGrids && { layoutGrids: record.layoutGrids.map(free) }),
  })
}

function paintsOf(record: LayerRecord, change: (paint: F.Paint) => F.Paint): Partial<LayerRecord> {
  const { fills, strokes, text } = record
  const runs = text?.runs.map((run) => (run.fills ? { ...run, fills: run.fills.map(change) } : run))
  return { fills: fills.map(change), strokes: strokes.map(change), ...(text && { text: { ...text, runs: runs! } }) }
}

/** Field: a colour that is see-through itself takes the place of the paint's opacity; an opaque one leaves it alone. */
function coloured(paint: F.Paint, says: Says): F.Paint {
  if ('gradientStops' in paint) {
    return { ...paint, gradientStops: paint.gradientStops.map((stop) => stopWith(stop, says)) }
  }
  const color = paint.type === 'SOLID' && colorOf(paint.boundVariables?.color, says)
  if (!color) return paint
  const { a, ...rgb } = color
  return { ...(paint as F.SolidPaint), color: rgb, ...(a < 1 && { opacity: a }) }
}

function stopWith(stop: F.ColorStop, says: Says): F.ColorStop {
  const color = colorOf(stop.boundVariables?.color, says)
  return color ? { ...stop, color } : stop
}

function effectWith(effect: F.Effect, says: Says): F.Effect {
  let now: Record<string, unknown> = { ...effect }
  for (const [name, alias] of aliasesOf(effect)) {
    const value = says(alias.id)
    if (value === undefined) continue
    const offset = now.offset as F.Vector
    if (name === 'offsetX') now = { ...now, offset: { ...offset, x: value } }
    else if (name === 'offsetY') now = { ...now, offset: { ...offset, y: value } }
    else now = { ...now, [name]: value }
  }
  return now as unknown as F.Effect
}

function gridWith(grid: F.LayoutGrid, says: Says): F.LayoutGrid {
  const values = aliasesOf(grid).map(([name, { id }]) => [name, says(id)] as const)
  return { ...grid, ...Object.fromEntries(values.filter(([, value]) => value !== undefined)) }
}

/** What of an effect, a grid or a paint is bound, and to what. */
export const aliasesOf = (bound: object): [string, F.VariableAlias][] =>
  'boundVariables' in bound ? Object.entries(Object(bound.boundVariables)) : []

/** All aliases of paints, effects or grids, as `boundVariables` of what holds them lists them. */
export const aliasesIn = (parts: readonly object[]): F.VariableAlias[] =>
  parts.flatMap((part) => aliasesOf(part).map(([, alias]) => alias))

const colorOf = (alias: F.VariableAlias | undefined, says: Says) => alias && (says(alias.id) as F.RGBA | undefined)

function differences(before: LayerRecord, after: LayerRecord): Partial<LayerRecord> {
  const names = Object.keys(after) as (keyof LayerRecord)[]
  return Object.fromEntries(
    names.filter((name) => !isSame(before[name], after[name])).map((name) => [name, after[name]]),
  )
}
