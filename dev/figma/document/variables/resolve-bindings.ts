import type { LayerRecord } from '../layer-record.ts'
import { resizeLayer } from '../resize-layer.ts'
import type { Tree } from '../tree.ts'
import { aliasesOf, boundValues } from './bound-values.ts'
import { valueFor } from './variable-value.ts'

/** Gives what was touched, and all in it, the values of the variables that it is bound to, in the modes that hold there. */
export function resolveBindings(tree: Tree, touched: ReadonlySet<string>): void {
  if (!hasVariables(tree)) return
  const variablesChanged = [...touched].some((id) => tree.find(id)?.variable ?? tree.find(id)?.collection)
  const affected = variablesChanged ? [...tree.all()].map(({ id }) => id) : withContents(tree, touched)
  for (const id of affected) {
    const record = tree.get(id)
    if (isBound(record)) apply(tree, record)
  }
}

function hasVariables(tree: Tree): boolean {
  for (const { variable } of tree.all()) if (variable) return true
  return false
}

/** A new parent or mode concerns all that lies below. */
function withContents(tree: Tree, touched: ReadonlySet<string>): Set<string> {
  const found = new Set<string>()
  const add = (id: string) => {
    const record = tree.find(id)
    if (!record || found.has(id)) return
    found.add(id)
    for (const childId of record.childIds) add(childId)
  }
  for (const id of touched) add(id)
  return found
}

function apply(tree: Tree, record: LayerRecord): void {
  const place = record.style ? undefined : record.id
  const { width, height, ...part } = boundValues(record, (id) => valueFor(tree, id, place))
  if (Object.keys(part).length > 0) tree.change(record.id, part)
  if (width === undefined && height === undefined) return
  resizeLayer(tree, record.id, { width: width ?? record.width, height: height ?? record.height })
}

/** Quick to answer, since most layers are bound to nothing. */
function isBound({ boundVariables, fills, strokes, effects, layoutGrids = [], text }: LayerRecord): boolean {
  if (Object.keys(boundVariables).length > 0) return true
  const paints = [...fills, ...strokes, ...(text?.runs.flatMap((run) => run.fills ?? []) ?? [])]
  const stops = paints.flatMap((paint) => ('gradientStops' in paint ? paint.gradientStops : []))
  return [...paints, ...stops, ...effects, ...layoutGrids].some((part) => aliasesOf(part).length > 0)
}
