import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import { notSimulated } from '../errors.ts'
import { movedTo } from './geometry.ts'
import type { LayerRecord } from './layer-record.ts'
import type { RestingLayout } from './parts/auto-layout.ts'
import { hasNoSpace } from './spaces.ts'
import type { Tree } from './tree.ts'

/** The Scale tool: a layer and all in it, from its own top left, lengths of every kind included (T:7533). */
export function rescaleLayer(tree: Tree, id: string, factor: number): void {
  const { type, transform } = tree.get(id)
  // What lies in a group counts from further out, so it moves away from the group's corner.
  const from = hasNoSpace(type) ? { x: transform[0][2], y: transform[1][2] } : { x: 0, y: 0 }
  scaleOne(tree, id, factor)
  for (const childId of tree.get(id).childIds) scaleInside(tree, childId, factor, from)
}

function scaleInside(tree: Tree, id: string, factor: number, from: F.Vector): void {
  const { type, transform, childIds } = tree.get(id)
  const x = from.x + (transform[0][2] - from.x) * factor
  const y = from.y + (transform[1][2] - from.y) * factor
  scaleOne(tree, id, factor, { transform: movedTo(transform, { x, y }) })
  for (const childId of childIds) scaleInside(tree, childId, factor, hasNoSpace(type) ? from : { x: 0, y: 0 })
}

function scaleOne(tree: Tree, id: string, factor: number, more: Partial<LayerRecord> = {}): void {
  const { mirror, width, height, cornerRadius, corners, stroke, effects, text, layoutChild, vectorPaths } = tree.get(id)
  const { autoLayout, restingLayout } = tree.get(id)
  if (mirror) throw notSimulated('scaling an instance')
  tree.change(id, {
    ...more,
    width: width * factor,
    height: height * factor,
    cornerRadius: cornerRadius * factor,
    ...(corners && { corners: scaledAll(corners, factor) }),
    stroke: {
      ...stroke,
      weight: stroke.weight * factor,
      dashes: stroke.dashes.map((length) => length * factor),
      ...(stroke.sides && { sides: scaledAll(stroke.sides, factor) }),
    },
    effects: effects.map((effect) => scaledEffect(effect, factor)),
    ...(text && { text: scaledText(text, factor) }),
    ...(autoLayout && { autoLayout: { ...autoLayout, ...scaledLayout(autoLayout, factor) } }),
    ...(restingLayout && { restingLayout: { ...restingLayout, ...scaledLayout(restingLayout, factor) } }),
    layoutChild: {
      ...layoutChild,
      minWidth: scaledIf(layoutChild.minWidth, factor),
      maxWidth: scaledIf(layoutChild.maxWidth, factor),
      minHeight: scaledIf(layoutChild.minHeight, factor),
      maxHeight: scaledIf(layoutChild.maxHeight, factor),
    },
    ...(vectorPaths && {
      vectorPaths: vectorPaths.map((path) => ({
        ...path,
        data: path.data.replace(NUMBER, (n) => `${Number(n) * factor}`),
      })),
    }),
  })
}

function scaledEffect(effect: F.Effect, factor: number): F.Effect {
  const { radius, offset, spread } = effect as Partial<F.DropShadowEffect>
  return {
    ...effect,
    ...(radius !== undefined && { radius: radius * factor }),
    ...(offset && { offset: { x: offset.x * factor, y: offset.y * factor } }),
    ...(spread !== undefined && { spread: spread * factor }),
  } as F.Effect
}

const scaledLayout = ({ itemSpacing, padding }: RestingLayout, factor: number) => ({
  itemSpacing: itemSpacing * factor,
  padding: scaledAll(padding, factor),
})

function scaledText(text: NonNullable<LayerRecord['text']>, factor: number) {
  return {
    ...text,
    letters: { ...text.letters, fontSize: text.letters.fontSize * factor },
    runs: text.runs.map((run) => ({ ...run, ...(run.fontSize && { fontSize: run.fontSize * factor }) })),
    paragraphSpacing: text.paragraphSpacing * factor,
    paragraphIndent: text.paragraphIndent * factor,
  }
}

const scaledAll = <T extends { readonly [side: string]: number } | object>(lengths: T, factor: number): T =>
  Object.fromEntries(Object.entries(lengths).map(([side, length]) => [side, length * factor])) as T

const scaledIf = (length: number | null, factor: number) => (length === null ? null : length * factor)

const NUMBER = /-?\d+(?:\.\d+)?(?:e-?\d+)?/g
