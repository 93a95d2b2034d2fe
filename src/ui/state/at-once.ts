import { warningTexts } from '../texts/selection.ts'
import { manyText, S, warnedText } from '../texts/started.ts'
import type { Models } from './models.ts'

type Seen = Pick<Models, 'edit' | 'choice' | 'form' | 'promptList'>

/**
 * Why a run that nobody pressed *Run* for, with its price before them, waits for that: what the panel warns of, and more
 * pictures than anyone means by a line in the quick-actions bar. Undefined where it may begin.
 */
export function objectionTo({ edit, choice, form, promptList }: Seen): string | undefined {
  const { place, count } = form.all.value
  if (place === 'variant') return S.againVariants
  const [warning] = warningTexts(edit.warnings.value)
  if (warning !== undefined) return warnedText(warning)
  // What waits for the words of its layers is not planned yet.
  const pictures = edit.paidPictures.value || choice.chosen.value.length * count * promptList.typed.value.length
  return pictures > MOST_UNSEEN ? manyText(pictures) : undefined
}

/** Pictures that are paid for. */
const MOST_UNSEEN = 12
