import type { Corners, LayerRecord } from '../layer-record.ts'
import type { AutoLayout, LayoutChild } from '../parts/auto-layout.ts'
import type { Stroke } from '../parts/stroke.ts'
import type { LetterStyle, TextContent } from '../parts/text-content.ts'
import type { PlainValue, VariableType } from '../parts/variable-data.ts'

/** A field of a layer that a variable can set (T:6968, T:6996), and where the record has it. */
export interface BoundField {
  type: VariableType
  /** Undefined where a layer of this kind has no such field. */
  read(record: LayerRecord): unknown
  write(record: LayerRecord, value: PlainValue): Partial<LayerRecord>
}

export const boundField = (name: string): BoundField | undefined =>
  Object.hasOwn(BOUND_FIELDS, name) ? BOUND_FIELDS[name] : undefined

/** Told as lists in `boundVariables`, since runs of a text may differ (T:6705). */
export const isTextField = (name: string): boolean => Object.hasOwn(TEXT_FIELDS, name)

/** T:6699: with four corners of its own, a layer has no `cornerRadius` that could be bound. */
export const hasFourCorners = ({ type }: LayerRecord): boolean => FOUR_CORNERS.has(type)

const number = (
  read: (record: LayerRecord) => unknown,
  write: (record: LayerRecord, value: number) => Partial<LayerRecord>,
): BoundField => ({ type: 'FLOAT', read, write: (record, value) => write(record, value as number) })

const corner = (name: keyof Corners) =>
  number(
    (record) => (hasFourCorners(record) ? cornersOf(record)[name] : undefined),
    (record, value) => ({ corners: { ...cornersOf(record), [name]: Math.max(0, value) } }),
  )

const side = (name: keyof NonNullable<Stroke['sides']>) =>
  number(
    (record) => (hasFourCorners(record) ? sidesOf(record.stroke)[name] : undefined),
    ({ stroke }, value) => ({ stroke: { ...stroke, sides: { ...sidesOf(stroke), [name]: Math.max(0, value) } } }),
  )

const padding = (name: keyof AutoLayout['padding']) =>
  number(
    ({ autoLayout }) => autoLayout?.padding[name],
    (record, value) => laidOut(record, { padding: { ...record.autoLayout!.padding, [name]: Math.max(0, value) } }),
  )

const limit = (name: 'minWidth' | 'maxWidth' | 'minHeight' | 'maxHeight') =>
  number(
    ({ type, layoutChild }) => (type === 'TEXT' ? undefined : layoutChild[name]),
    ({ layoutChild }, value): { layoutChild: LayoutChild } => ({ layoutChild: { ...layoutChild, [name]: value } }),
  )

const letters = <K extends keyof LetterStyle>(name: K, stored: (value: number) => LetterStyle[K]) =>
  number(
    ({ text }) => text?.letters[name],
    ({ text }, value) => ({ text: { ...text!, letters: { ...text!.letters, [name]: stored(value) } } }),
  )

const paragraph = (name: 'paragraphSpacing' | 'paragraphIndent') =>
  number(
    ({ text }) => text?.[name],
    ({ text }, value): { text: TextContent } => ({ text: { ...text!, [name]: Math.max(0, value) } }),
  )

const laidOut = ({ autoLayout }: LayerRecord, part: Partial<AutoLayout>) => ({
  autoLayout: { ...autoLayout!, ...part },
})

const cornersOf = ({ corners, cornerRadius: radius }: LayerRecord): Corners =>
  corners ?? { topLeft: radius, topRight: radius, bottomLeft: radius, bottomRight: radius }

const sidesOf = ({ sides, weight }: Stroke) => sides ?? { top: weight, right: weight, bottom: weight, left: weight }

const FOUR_CORNERS: ReadonlySet<string> = new Set(['RECTANGLE', 'FRAME', 'COMPONENT', 'COMPONENT_SET', 'INSTANCE'])
const ONE_RADIUS: ReadonlySet<string> = new Set(['ELLIPSE', 'POLYGON', 'STAR', 'VECTOR', 'BOOLEAN_OPERATION'])

const TEXT_FIELDS: Readonly<Record<string, BoundField>> = {
  fontSize: letters('fontSize', (value) => Math.max(1, value)),
  // Field: the number is px, whatever unit was there before.
  lineHeight: letters('lineHeight', (value) => ({ unit: 'PIXELS', value: Math.max(0, value) })),
  letterSpacing: letters('letterSpacing', (value) => ({ unit: 'PIXELS', value })),
  paragraphSpacing: paragraph('paragraphSpacing'),
  paragraphIndent: paragraph('paragraphIndent'),
}

const BOUND_FIELDS: Readonly<Record<string, BoundField>> = {
  ...TEXT_FIELDS,
  width: number(
    ({ width }) => width,
    (_record, value) => ({ width: Math.max(LEAST_SIDE, value) }),
  ),
  height: number(
    ({ height }) => height,
    (_record, value) => ({ height: Math.max(LEAST_SIDE, value) }),
  ),
  // Figma reads the number of an opacity as percent (believed).
  opacity: number(
    ({ opacity }) => opacity,
    (_record, value) => ({ opacity: Math.min(1, Math.max(0, value / 100)) }),
  ),
  visible: {
    type: 'BOOLEAN',
    read: ({ visible }) => visible,
    write: (_record, value) => ({ visible: value as boolean }),
  },
  characters: {
    type: 'STRING',
    read: ({ text }) => text?.characters,
    write: ({ text }, value) => ({ text: { ...text!, characters: value as string, runs: [] } }),
  },
  cornerRadius: number(
    ({ type, cornerRadius }) => (ONE_RADIUS.has(type) ? cornerRadius : undefined),
    (_record, value) => ({ cornerRadius: Math.max(0, value) }),
  ),
  topLeftRadius: corner('topLeft'),
  topRightRadius: corner('topRight'),
  bottomLeftRadius: corner('bottomLeft'),
  bottomRightRadius: corner('bottomRight'),
  strokeWeight: number(
    ({ stroke }) => stroke.weight,
    ({ stroke: { sides: _sides, ...stroke } }, value) => ({ stroke: { ...stroke, weight: Math.max(0, value) } }),
  ),
  strokeTopWeight: side('top'),
  strokeRightWeight: side('right'),
  strokeBottomWeight: side('bottom'),
  strokeLeftWeight: side('left'),
  itemSpacing: number(
    ({ autoLayout }) => autoLayout?.itemSpacing,
    (record, value) => laidOut(record, { itemSpacing: value }),
  ),
  counterAxisSpacing: number(
    ({ autoLayout }) => autoLayout?.counterAxisSpacing,
    (record, value) => laidOut(record, { counterAxisSpacing: Math.max(0, value) }),
  ),
  paddingTop: padding('top'),
  paddingRight: padding('right'),
  paddingBottom: padding('bottom'),
  paddingLeft: padding('left'),
  minWidth: limit('minWidth'),
  maxWidth: limit('maxWidth'),
  minHeight: limit('minHeight'),
  maxHeight: limit('maxHeight'),
}

/** px */
const LEAST_SIDE = 0.01
