import { FigmaError } from '../../errors.ts'
import type { LayerRecord } from '../layer-record.ts'
import type { Tree } from '../tree.ts'
import { isInFlow } from './in-flow.ts'

export type Sizing = 'FIXED' | 'HUG' | 'FILL'
export type Axis = 'HORIZONTAL' | 'VERTICAL'

/** T:7431: `layoutSizing…` is a short way of saying what four other members say. */
export function sizingOf(tree: Tree, id: string, axis: Axis): Sizing {
  const record = tree.get(id)
  const mode = flowOf(tree, record)
  if (mode && (mode === axis ? record.layoutChild.grow > 0 : record.layoutChild.align === 'STRETCH')) return 'FILL'
  if (record.autoLayout?.[modeFor(record, axis)] === 'AUTO') return 'HUG'
  const { autoResize } = record.text ?? {}
  if (autoResize === 'WIDTH_AND_HEIGHT') return 'HUG'
  return autoResize === 'HEIGHT' && axis === 'VERTICAL' ? 'HUG' : 'FIXED'
}

/** The part of a record that gives it this sizing. Throws Figma's words (field) where it does not apply. */
export function withSizing(tree: Tree, id: string, axis: Axis, sizing: Sizing): Partial<LayerRecord> {
  const record = tree.get(id)
  const mode = flowOf(tree, record)
  if (!mode && !record.autoLayout && record.type !== 'TEXT') {
    throw new FigmaError('node must be an auto-layout frame or a child of an auto-layout frame')
  }
  if (sizing === 'FILL' && !mode) throw new FigmaError('FILL can only be set on children of auto-layout frames')
  if (sizing === 'HUG' && !record.autoLayout && record.type !== 'TEXT') {
    throw new FigmaError('HUG can only be set on auto-layout frames or text children of auto-layout frames')
  }
  return {
    ...(mode && { layoutChild: { ...record.layoutChild, ...filling(mode === axis, sizing === 'FILL') } }),
    ...(record.autoLayout && {
      autoLayout: { ...record.autoLayout, [modeFor(record, axis)]: sizing === 'HUG' ? 'AUTO' : 'FIXED' },
    }),
    ...(record.text && { text: { ...record.text, autoResize: resizeFor(record.text.autoResize, axis, sizing) } }),
  }
}

/** What `resize` makes of an axis that hugged or filled: from then on its size is fixed (T:7430). */
export function withFixed(tree: Tree, id: string, axes: readonly Axis[]): Partial<LayerRecord> {
  const record = tree.get(id)
  const mode = flowOf(tree, record)
  let { autoLayout, layoutChild } = record
  for (const axis of axes) {
    if (autoLayout) autoLayout = { ...autoLayout, [modeFor(record, axis)]: 'FIXED' }
    if (mode) layoutChild = { ...layoutChild, ...filling(mode === axis, false) }
  }
  return { ...(autoLayout && { autoLayout }), layoutChild }
}

/** In which direction its parent lays it out, if it does. */
function flowOf(tree: Tree, record: LayerRecord): Axis | undefined {
  const parent = record.parentId === null ? undefined : tree.get(record.parentId)
  return isInFlow({ ...record, visible: true }) ? parent?.autoLayout?.mode : undefined
}

const filling = (along: boolean, fills: boolean) =>
  along ? { grow: fills ? 1 : 0 } : { align: fills ? ('STRETCH' as const) : ('INHERIT' as const) }

const modeFor = ({ autoLayout }: LayerRecord, axis: Axis) =>
  autoLayout?.mode === axis ? 'primaryAxisSizingMode' : 'counterAxisSizingMode'

function resizeFor(now: NonNullable<LayerRecord['text']>['autoResize'], axis: Axis, sizing: Sizing) {
  if (axis === 'HORIZONTAL') return sizing === 'HUG' ? 'WIDTH_AND_HEIGHT' : now === 'WIDTH_AND_HEIGHT' ? 'HEIGHT' : now
  return sizing === 'HUG' ? (now === 'NONE' ? 'HEIGHT' : now) : 'NONE'
}
