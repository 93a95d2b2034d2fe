import type { Prompted } from '../words/prompt-words.ts'
import type { FormModel } from './form.ts'
import type { OwnPromptsModel } from './own-prompts.ts'
import type { EditableRow } from './selection.ts'

export interface RowPromptsServices {
  form: Pick<FormModel, 'all'>
  own: Pick<OwnPromptsModel, 'has' | 'of'>
}

export type RowPrompts = ReturnType<typeof createRowPrompts>

/** The prompts of each row as they are typed: its own, or the one that all share. */
export function createRowPrompts({ form, own }: RowPromptsServices) {
  return {
    /** At least one for each row, those of a row together. Followed. */
    of(rows: readonly EditableRow[]): Prompted[] {
      const { prompt } = form.all.value
      return rows.map((row) =>
        own.has(row) ? { row, prompt: own.of(row), isOwn: true } : { row, prompt, isOwn: false },
      )
    },
  }
}
