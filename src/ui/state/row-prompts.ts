import type { Prompted } from '../words/prompt-words.ts'
import type { FormModel } from './form.ts'
import type { OwnPromptsModel } from './own-prompts.ts'
import type { EditableRow } from './selection.ts'
import type { ValuePromptsModel } from './value-prompts.ts'

export interface RowPromptsServices {
  form: Pick<FormModel, 'all'>
  own: Pick<OwnPromptsModel, 'has' | 'of'>
  values?: Pick<ValuePromptsModel, 'of'>
}

export type RowPrompts = ReturnType<typeof createRowPrompts>

/** The prompts of each row as they are typed: its own, that of its variant, or the one that all share. */
export function createRowPrompts({ form, own, values }: RowPromptsServices) {
  return {
    /** At least one for each row, those of a row together. Followed. */
    of(rows: readonly EditableRow[]): Prompted[] {
      const { prompt } = form.all.value
      return rows.map((row) => {
        if (own.has(row)) return { row, prompt: own.of(row), isOwn: true }
        const byValue = values?.of(row)
        return byValue ? { row, ...byValue, isOwn: true } : { row, prompt, isOwn: false }
      })
    },
  }
}
