import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import type { LayerRecord } from '../document/layer-record.ts'
import { isSame } from '../document/same.ts'
import { isItalic, weightOf } from './fonts.ts'
import { type Letter, stretchesIn, stretchesOf } from './letters.ts'

export type SegmentField = keyof Omit<F.StyledTextSegment, 'characters' | 'start' | 'end'>

/** The value of a field in a stretch of letters. What texts here cannot have, such as lists, reads as in plain text. */
function fieldIn(record: LayerRecord, letter: Letter, field: SegmentField): unknown {
  return FIELDS[field](letter, record)
}

/** `undefined` where the letters of the range differ. */
export function sharedIn(record: LayerRecord, field: SegmentField, range?: { start: number; end: number }) {
  const stretches = range ? stretchesIn(record, range.start, range.end) : stretchesOf(record)
  const [first, ...others] = stretches.map(({ letter }) => fieldIn(record, letter, field))
  return others.every((value) => isSame(value, first)) ? { value: first } : undefined
}

/** T:10030: cut only where one of the fields changes. An empty text has no segments (recordings of Figma). */
export function segmentsIn(
  record: LayerRecord,
  fields: readonly SegmentField[],
  range: { start: number; end: number },
) {
  const ordered = SEGMENT_FIELDS.filter((field) => fields.includes(field))
  const segments: { start: number; end: number; values: Record<string, unknown> }[] = []
  for (const { start, end, letter } of stretchesIn(record, range.start, range.end)) {
    const values = Object.fromEntries(ordered.map((field) => [field, fieldIn(record, letter, field)]))
    const last = segments.at(-1)
    if (last && isSame(last.values, values)) last.end = end
    else segments.push({ start, end, values })
  }
  return segments.map(({ start, end, values }) => ({
    characters: record.text!.characters.slice(start, end),
    start,
    end,
    ...values,
  }))
}

type Reader = (letter: Letter, record: LayerRecord) => unknown

const underlined =
  (value: unknown): Reader =>
  ({ textDecoration }) =>
    textDecoration === 'UNDERLINE' ? value : null

/** In the order in which Figma lists them (recordings). */
const FIELDS: { readonly [K in SegmentField]: Reader } = {
  fontSize: ({ fontSize }) => fontSize,
  fontName: ({ fontName }) => fontName,
  fontWeight: ({ fontName }) => weightOf(fontName),
  fontStyle: ({ fontName }): F.FontStyle => (isItalic(fontName) ? 'ITALIC' : 'REGULAR'),
  textDecoration: ({ textDecoration }) => textDecoration,
  textDecorationStyle: underlined('SOLID'),
  textDecorationSkipInk: underlined(true),
  textDecorationOffset: underlined({ unit: 'AUTO' }),
  textDecorationThickness: underlined({ unit: 'AUTO' }),
  textDecorationColor: underlined({ value: 'AUTO' }),
  textCase: ({ textCase }) => textCase,
  lineHeight: ({ lineHeight }) => lineHeight,
  letterSpacing: ({ letterSpacing }) => letterSpacing,
  fills: ({ fills }) => fills,
  textStyleId: ({ textStyleId }) => textStyleId,
  fillStyleId: ({ fillStyleId }) => fillStyleId,
  listOptions: () => ({ type: 'NONE' }),
  indentation: () => 0,
  hyperlink: ({ hyperlink }) => hyperlink,
  openTypeFeatures: () => ({}),
  boundVariables: (_letter, { boundVariables }) =>
    Object.fromEntries(Object.entries(boundVariables).filter(([field]) => BINDABLE.has(field))),
  textStyleOverrides: () => [],
  paragraphSpacing: (_letter, { text }) => text!.paragraphSpacing,
  listSpacing: () => 0,
  paragraphIndent: (_letter, { text }) => text!.paragraphIndent,
  textWrapStyle: () => 'AUTO',
}

export const SEGMENT_FIELDS = Object.keys(FIELDS) as [SegmentField, ...SegmentField[]]

/** Of `boundVariables`, what concerns letters (T: VariableBindableTextField). */
const BINDABLE: ReadonlySet<string> = new Set([
  ...['fontFamily', 'fontSize', 'fontStyle', 'fontWeight', 'letterSpacing', 'lineHeight'],
  ...['paragraphSpacing', 'paragraphIndent'],
])
