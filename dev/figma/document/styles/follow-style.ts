import type { Letter } from '../../text/letters.ts'
import { stretchesOf } from '../../text/letters.ts'
import { withAll, withRange } from '../../text/write-letters.ts'
import type { LayerRecord, StyledField } from '../layer-record.ts'
import type { StyleKind } from '../parts/style-data.ts'
import { isSame } from '../same.ts'
import type { Tree } from '../tree.ts'
import { writeLayer } from '../write-layer.ts'
import { findStyle, type StyleRecord } from './local-styles.ts'

/** Gives a layer what a style says, and lets it follow; an empty id ends that and keeps the values (T:8816). */
export function followStyle(tree: Tree, layerId: string, field: StyledField, styleId: string): void {
  const style = styleId === '' ? undefined : findStyle(tree, styleId)!
  writeLayer(tree, layerId, following(tree.get(layerId), field, style))
}

/** What a layer is that follows a style from now on, or none. */
export function following(
  layer: LayerRecord,
  field: StyledField,
  style: StyleRecord | undefined,
): Partial<LayerRecord> {
  if (layer.text && isOfLetters(field)) {
    const { text, ...written } = withAll(layer, { ...(style && lettersOf(style)), ...idOf(field, style?.id ?? '') })
    return { ...written, text: { ...text!, ...(field === 'text' && style && paragraphsOf(style)) } }
  }
  const { [field]: _before, ...others } = layer.styles
  return style ? { ...valuesOf(field, style), styles: { ...others, [field]: style.id } } : { styles: others }
}

/** The same for a range of letters (T:9970, T:9984). */
export function followStyleInRange(
  tree: Tree,
  layerId: string,
  { field, styleId, ...range }: { field: LetterField; styleId: string; start: number; end: number },
): void {
  const style = styleId === '' ? undefined : findStyle(tree, styleId)!
  const letters = { ...(style && lettersOf(style)), ...idOf(field, styleId) }
  writeLayer(tree, layerId, withRange(tree.get(layerId), range, letters))
}

/** Changes a style and all that follows it, on every page and in instances. That overrides nothing. */
export function changeStyle(tree: Tree, id: string, part: Partial<LayerRecord>): void {
  tree.change(id, part)
  const style = findStyle(tree, id)!
  for (const layer of [...tree.all()]) {
    for (const field of fieldsWith(layer, id)) {
      if (layer.text && isOfLetters(field)) tree.change(layer.id, lettered(layer, { id, field }, style))
      else tree.change(layer.id, valuesOf(field, style))
    }
  }
}

/** What followed it keeps its values and follows nothing (believed). */
export function removeStyle(tree: Tree, id: string): void {
  for (const { id: layerId } of [...tree.all()]) {
    for (const field of fieldsWith(tree.get(layerId), id)) {
      const layer = tree.get(layerId)
      const { [field]: _gone, ...styles } = layer.styles
      tree.change(layerId, layer.text && isOfLetters(field) ? lettered(layer, { id, field }, undefined) : { styles })
    }
  }
  tree.drop(id)
}

/** The layers that follow a style, and in what. */
export const followersOf = (tree: Tree, id: string): { id: string; fields: StyledField[] }[] =>
  [...tree.all()].flatMap((layer) => {
    const fields = fieldsWith(layer, id)
    return fields.length > 0 ? [{ id: layer.id, fields }] : []
  })

/** What letters have styles for. */
export type LetterField = 'fill' | 'text'
const isOfLetters = (field: StyledField): field is LetterField => field === 'fill' || field === 'text'

function fieldsWith({ styles, text }: LayerRecord, id: string): StyledField[] {
  const fields = (Object.keys(styles) as StyledField[]).filter((field) => styles[field] === id)
  const runs = text?.runs ?? []
  if (!fields.includes('fill') && runs.some(({ fillStyleId }) => fillStyleId === id)) fields.push('fill')
  if (!fields.includes('text') && runs.some(({ textStyleId }) => textStyleId === id)) fields.push('text')
  return fields
}

function valuesOf(field: StyledField, { fills, effects, layoutGrids = [] }: StyleRecord): Partial<LayerRecord> {
  if (field === 'fill') return { fills }
  if (field === 'stroke') return { strokes: fills }
  return field === 'effect' ? { effects } : { layoutGrids }
}

/** The letters that follow a style get what it says now; without a style they end following. */
function lettered(
  layer: LayerRecord,
  { id, field }: { id: string; field: LetterField },
  style: StyleRecord | undefined,
): Partial<LayerRecord> {
  const letters = style ? lettersOf(style) : idOf(field, '')
  const follows = (letter: Letter) => (field === 'fill' ? letter.fillStyleId : letter.textStyleId) === id
  const stretches = stretchesOf(layer)
  const whole = layer.styles[field] === id && style && field === 'text' ? paragraphsOf(style) : undefined
  let change = layer
  if (stretches.every(({ letter }) => follows(letter))) change = { ...layer, ...withAll(layer, letters) }
  else {
    for (const range of stretches) {
      if (follows(range.letter)) change = { ...change, ...withRange(change, range, letters) }
    }
  }
  const { text, fills, styles } = change
  return { text: { ...text!, ...whole }, fills, ...(!isSame(styles, layer.styles) && { styles }) }
}

const lettersOf = ({ style, fills, text }: StyleRecord): Partial<Letter> =>
  style.kind === 'TEXT' ? text!.letters : { fills }

const paragraphsOf = ({ text }: StyleRecord) => ({
  paragraphSpacing: text!.paragraphSpacing,
  paragraphIndent: text!.paragraphIndent,
})

const idOf = (field: LetterField, id: string): Partial<Letter> =>
  field === 'fill' ? { fillStyleId: id } : { textStyleId: id }

export const KIND_FOR: Readonly<Record<StyledField, StyleKind>> = {
  fill: 'PAINT',
  stroke: 'PAINT',
  effect: 'EFFECT',
  text: 'TEXT',
  grid: 'GRID',
}
