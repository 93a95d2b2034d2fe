import type { Money } from '../providers/provider.ts'
import { sumsText } from './money.ts'
import { countOf, forCount } from './numbers.ts'

// The words of what the panel does when a menu command, a quick action or a button on a layer opens it.

export const S = {
  presetGone: 'That preset is gone. Choose another one, or press Run.',
  againNothing: 'No edit to run again yet: choose Edit selection… first.',
  selectFirst: 'Select layers first.',
  againAccount: 'The last edit used another account. Look it over, then press Run.',
  againOwn: 'The last edit had prompts for single layers or variants. Write them again, then press Run.',
  againVariants: 'The last edit made new variants. Look it over, then press Run.',
} as const

export const againReferencesText = (count: number) =>
  forCount(
    count,
    'The last edit had 1 reference. Add it again, then press Run.',
    `The last edit had ${count} references. Add them again, then press Run.`,
  )

/** Why a run does not begin unseen. */
export const manyText = (pictures: number) => `This makes ${countOf(pictures, 'result')}. Look it over, then press Run.`
export const warnedText = (warning: string) => `${warning} Look it over, then press Run.`

/** What a hidden panel does, and what that costs where the provider says it. */
export const runningText = (pictures: number, sums?: readonly Money[]) =>
  [`Refill: making ${countOf(pictures, 'result')}`, sums && `for ${sumsText(sums)}`].filter(Boolean).join(' ')
