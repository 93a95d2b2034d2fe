import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import type { Moment } from './journal.ts'
import type { LayerRecord } from './layer-record.ts'
import { PLAIN_TEXT } from './parts/text-content.ts'
import { isSame } from './same.ts'

/** What became of one style, as `stylechange` and `documentchange` tell it (T:3711). */
export type StyleChange =
  | { type: 'STYLE_CREATE' | 'STYLE_DELETE'; id: string }
  | { type: 'STYLE_PROPERTY_CHANGE'; id: string; properties: F.StyleChangeProperty[] }

/** What is different among the styles of the file. */
export function styleChangesBetween(ids: Iterable<string>, before: Moment, after: Moment): StyleChange[] {
  return [...ids].flatMap((id): StyleChange[] => {
    const [was, is] = [styleAt(before, id), styleAt(after, id)]
    if (!was && !is) return []
    if (!was) return [{ type: 'STYLE_CREATE', id }]
    if (!is) return [{ type: 'STYLE_DELETE', id }]
    const properties = propertiesBetween(was, is)
    return properties.length > 0 ? [{ type: 'STYLE_PROPERTY_CHANGE', id, properties }] : []
  })
}

function styleAt(at: Moment, id: string): LayerRecord | undefined {
  const record = at(id)
  return record?.style ? record : undefined
}

const propertiesBetween = (was: LayerRecord, is: LayerRecord): F.StyleChangeProperty[] =>
  (Object.keys(PART_OF) as F.StyleChangeProperty[]).filter((name) => !isSame(PART_OF[name]!(was), PART_OF[name]!(is)))

/** The properties that a style of ours has, by the names of the typings (T:3907). */
const PART_OF: { readonly [K in F.StyleChangeProperty]?: (record: LayerRecord) => unknown } = {
  name: ({ name }) => name,
  pluginData: ({ pluginData }) => pluginData,
  description: ({ style }) => style?.description,
  documentationLinks: ({ style }) => style?.documentationLinks,
  paint: ({ fills }) => fills,
  effects: ({ effects }) => effects,
  layoutGrids: ({ layoutGrids }) => layoutGrids,
  fontSize: ({ text }) => (text ?? PLAIN_TEXT).letters.fontSize,
  textDecoration: ({ text }) => (text ?? PLAIN_TEXT).letters.textDecoration,
  letterSpacing: ({ text }) => (text ?? PLAIN_TEXT).letters.letterSpacing,
  lineHeight: ({ text }) => (text ?? PLAIN_TEXT).letters.lineHeight,
  textCase: ({ text }) => (text ?? PLAIN_TEXT).letters.textCase,
  paragraphSpacing: ({ text }) => (text ?? PLAIN_TEXT).paragraphSpacing,
  paragraphIndent: ({ text }) => (text ?? PLAIN_TEXT).paragraphIndent,
}
