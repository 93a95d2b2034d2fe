import type { VariantSource } from '../../shared/protocol.ts'
import type { VariantStanding } from '../state/variant-standing.ts'
import { T } from '../texts.ts'
import type { Coming } from '../variants/coming.ts'
import type { NewVariant } from '../variants/new-variant.ts'
import { countOf, forCount, numberText } from './numbers.ts'
import { listed } from './phrases.ts'

/** What a new property is called, and a variant whose prompt is not written yet. */
export const USUAL_PROPERTY = 'Style'
export const UNNAMED = 'New'

/** What will come of one component: how many new variants, and what they are called. */
export function comingText({ count, name, values, components }: Coming): string {
  const more = values.length - NAMES_SHOWN
  const names = [...values.slice(0, NAMES_SHOWN), ...(more > 0 ? [`${more} more`] : [])].join(', ')
  const isEach = count === values.length * components
  const each = components > 1 ? `, from ${isEach ? 'each of ' : ''}${components} variants` : ''
  return `${countOf(count, 'new variant')} of ${name}: ${names}${each}`
}

const NAMES_SHOWN = 8

/** What else is to be known of that. */
export function comingNotes({ name, property, isSet, collides }: Coming): string {
  if (!isSet) return `A set named “${name}” is made of it. What is there now is its “Default”.`
  return collides ? `Some chosen variants differ in ${property} alone: their new ones get numbers.` : ''
}

/** `set`: its name, where there are several. */
export const fillsLabel = (set: string | undefined) => (set ? `The prompts fill, in ${set}` : 'The prompts fill')

export const makeComponentText = (names: readonly string[]) =>
  names.length === 1 ? `Make ${names[0]} a component first` : `Make ${shortList(names)} components first`

/** What that means for the document. */
export const makeComponentNote = (count: number) =>
  forCount(
    count,
    'It stays where it is and looks the same. Undo takes that back.',
    'They stay where they are and look the same. Undo takes that back.',
  )

export const agreeFirstText = (names: readonly string[]) =>
  `A new variant needs a component. Tick “${makeComponentText(names)}”, or choose another place.`

/** Many names would fill the panel. */
const shortList = (names: readonly string[]) =>
  names.length > 3 ? listed([...names.slice(0, 2), `${names.length - 2} others`]) : listed(names)

export const leftOfVariantsText = (count: number) =>
  forCount(
    count,
    '1 image cannot be in one and is left out: the list says why.',
    `${numberText(count)} images cannot be in one and are left out: the list says why.`,
  )

/** What a row says of its new variant. */
export const variantRowText = (source: VariantSource | undefined) =>
  source?.kind === 'none' ? NO_VARIANT[source.why] : T.inNewVariant

const NO_VARIANT: Record<Extract<VariantSource, { kind: 'none' }>['why'], string> = {
  instance: 'No new variant: it belongs to an instance. Select its component.',
  library: 'No new variant: its component belongs to a library.',
  conflict: 'No new variant: two variants of its set have the same values. Correct that in Figma first.',
  kind: 'No new variant: this layer cannot become a component.',
  gone: 'No new variant: it is no longer in the file.',
}

/** Of a row in a run: where its picture goes. */
export const intoText = ({ value, of }: NewVariant) => `For the new variant “${value}” of ${of}`

/** `name`: as Figma has it. */
export const inVariantText = (name: string) => `In the new variant “${name}”`

/** Why a picture that is here is in no variant yet. */
export function standingText({
  variant: { value },
  isMade,
  lacks,
  failed,
  stopped,
  underWay,
}: VariantStanding): string {
  if (isMade) return `The variant “${value}” was made without it: place it beside, or save it.`
  if (lacks === 0) return `All results of the variant “${value}” are here.`
  const waits = `The variant “${value}” waits for ${countOf(lacks, 'other result')}`
  if (failed === lacks) return `${waits}, which failed.`
  if (stopped === lacks) return forCount(lacks, `${waits}, which was stopped.`, `${waits}, which were stopped.`)
  if (underWay === lacks) return forCount(lacks, `${waits}, which is under way.`, `${waits}, which are under way.`)
  return `${waits}, which did not come.`
}
