import type { Prompted } from '../words/prompt-words.ts'
import type { FormModel } from './form.ts'
import type { OwnPromptsModel } from './own-prompts.ts'
import type { PromptListModel } from './prompt-list.ts'
import type { EditableRow } from './selection.ts'

export interface RowPromptsServices {
  form: Pick<FormModel, 'all'>
  own: Pick<OwnPromptsModel, 'has' | 'of'>
  list?: Pick<PromptListModel, 'columns'>
}

export type RowPrompts = ReturnType<typeof createRowPrompts>

/** The prompts of each row as they are typed: its own, or those that all share. */
export function createRowPrompts({ form, own, list }: RowPromptsServices) {
  return {
    /** One for each row, or for each row and prompt of the list, in which some may have no words; those of a row together. Followed. */
    of(rows: readonly EditableRow[]): Prompted[] {
      const columns = list?.columns.value
      const { prompt } = form.all.value
      if (!columns)
        return rows.map((row) =>
          own.has(row) ? { row, prompt: own.of(row), isOwn: true } : { row, prompt, isOwn: false },
        )
      const named = columns.map(({ id, name, prompt }) => ({ column: { id, name }, prompt }))
      return rows.flatMap((row) =>
        named.map(({ column, prompt }) =>
          own.has(row, column.id)
            ? { row, column, prompt: own.of(row, column.id), isOwn: true }
            : { row, column, prompt, isOwn: false },
        ),
      )
    },
  }
}

/** In a list, a prompt that has no words for a row makes nothing of it. */
export const isLeftOut = ({ column, prompt }: Pick<Prompted, 'column' | 'prompt'>) =>
  column !== undefined && prompt.trim() === ''
