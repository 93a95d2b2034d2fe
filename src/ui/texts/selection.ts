import type { LayerRow, Note, RowVariant, Skipped, Source } from '../../shared/protocol.ts'
import type { Job } from '../jobs/plan.ts'
import type { TickCount as Ticked } from '../state/choice.ts'
import type { Contrast } from '../state/variant-properties.ts'
import type { Warnings } from '../state/warnings.ts'
import { countOf } from './numbers.ts'
import { inOneLine } from './phrases.ts'
import { partName } from './regions.ts'

export const SKIPPED: Record<Skipped, string> = {
  hidden: 'Skipped: it is hidden',
  empty: 'Skipped: there is nothing to draw',
  line: 'Skipped: a line has no area that an image could fill',
  kind: 'Skipped: nothing can be laid over a layer of this kind',
  mixed: 'Skipped: its text has different fills',
  lost: 'Skipped: Figma no longer has its image',
  library: 'Skipped: it belongs to a library and cannot be changed here',
}

export const PLACES: Record<Extract<Source, { kind: 'appearance' }>['place'], string> = {
  stack: 'Its look',
  inside: 'Its look, inside',
  above: 'Its look, above',
  beside: 'Its look, beside',
}

export const selectedCount = (chosen: number, possible: number) =>
  chosen < possible ? `${chosen} of ${countOf(possible, 'image')} selected` : `${countOf(possible, 'image')} selected`

export const tallyText = ({ ticked, images }: Ticked) => `${ticked} of ${countOf(images, 'image')}`

export const imagesInsideText = (count: number) => `Images inside (${count})`

/** Where many layers have one name, what they lie in tells them apart. */
export const nameOf = (row: Placed) => inOneLine([row.name, ...placeNames(row)])

type Placed = Pick<LayerRow, 'name' | 'where'> & Partial<Pick<LayerRow, 'id' | 'variant'>>

/** The instance or variant that a layer lies in, and the variant that this is nested in. */
export function placeNames({ id, where, variant }: Placed): string[] {
  const outer = variant && variant.id !== id && variant.name !== where ? variant.name : undefined
  return [where, outer].filter((name) => name !== undefined)
}

export const propertyText = (name: string, value: string) => `${name}: ${value}`

/** What tells a variant from the others that are listed, in parts; `isCommon`: they have it as well. */
export function variantParts({ name, set, isInstance, properties }: RowVariant, contrast: Contrast) {
  const values = Object.entries(properties)
  return [
    ...(contrast.sets && set && !isInstance ? [{ text: set.name, isCommon: false }] : []),
    // The properties are the name of a variant, unless its set is in conflict.
    ...(isInstance || values.length === 0 ? [{ text: name, isCommon: false }] : []),
    ...values.map(([name, value]) => ({ text: propertyText(name, value), isCommon: !contrast.properties.has(name) })),
  ]
}

export const variantText = (variant: RowVariant, contrast: Contrast) =>
  inOneLine(variantParts(variant, contrast).map(({ text }) => text))

/** What tells layers of one name apart where there is little room: the values in which their variants differ. */
export function briefPlace({ where, variant }: Pick<LayerRow, 'where' | 'variant'>, contrast: Contrast): string {
  if (!variant) return where ?? ''
  const { name, set, isInstance, properties } = variant
  const values = Object.entries(properties).flatMap(([property, value]) =>
    contrast.properties.has(property) ? value : [],
  )
  const outer = isInstance ? name : contrast.sets ? set?.name : undefined
  return inOneLine([outer, ...values])
}

export const onePromptEach = (property: string) => `One for each ${property}`

/** Of the box of a value. */
export const valueLabel = (box: string, rows: number) => inOneLine([box, countOf(rows, 'image')])

/** Where the shared prompt is sent all the same. */
export const valuePromptsNote = (property: string, without: number) =>
  `Where a box is empty${without > 0 ? `, and for ${countOf(without, 'image')} without “${property}”` : ''}, the prompt above is sent.`

export const wholeOf = (kind: LayerRow['kind']) => (kind ? `Whole ${kind}` : 'The whole')

export const hiddenByWhole = (kind: LayerRow['kind'], what: 'it' | 'them') =>
  `A result of ${kind ? `the whole ${kind}` : 'the whole'} may hide ${what}`

export const whatToEdit = (name: string) => `What to edit in ${name}`

export const imagesOf = (name: string) => `Images inside ${name}`

export const onlyPicture = (places: number) => `Only this image (${places}×)`

export const onlyOnePicture = (places: number) => `Only one image (${places}×)`

export const leftOutText = (count: number) => `${countOf(count, 'image')} left out by the filter`

export function noteText(note: Note): string {
  if (note.kind === 'instances') return `Changes ${countOf(note.count, 'instance')}`
  if (note.kind === 'style') return `Comes from the style “${note.name}”; its link goes`
  return 'An override in this instance'
}

export const warningTexts = ({ instances, styles }: Warnings) => [
  ...(instances > 0 ? [`${countOf(instances, 'instance')} will change too.`] : []),
  ...(styles.length === 1 ? [`The link to the style “${styles[0]}” goes.`] : []),
  ...(styles.length > 1 ? [`The links to ${styles.length} styles go.`] : []),
]

/** A row of a run: its layer, and its prompt and its part of the image where there are several. */
export const jobName = ({ row, ...which }: Pick<Job, 'row' | 'column' | 'among'>) =>
  inOneLine([nameOf(row), ...whichNames(which)])

export const whichNames = ({ column, among }: Pick<Job, 'column' | 'among'>) => [
  ...(column ? [column.name] : []),
  ...(among ? [among.name ?? partName(among.place)] : []),
]
