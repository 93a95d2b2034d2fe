import type { Prompted } from '../words/prompt-words.ts'
import type { FormModel } from './form.ts'
import type { OwnPromptsModel } from './own-prompts.ts'
import type { PromptListModel } from './prompt-list.ts'
import type { EditableRow } from './selection.ts'
import type { ValuePromptsModel } from './value-prompts.ts'

export interface RowPromptsServices {
  form: Pick<FormModel, 'all'>
  own: Pick<OwnPromptsModel, 'has' | 'of'>
  values?: Pick<ValuePromptsModel, 'of'>
  list?: Pick<PromptListModel, 'columns'>
}

export type RowPrompts = ReturnType<typeof createRowPrompts>

/** The prompts of each row as they are typed: its own, that of its variant, or those that all share. */
export function createRowPrompts({ form, own, values, list }: RowPromptsServices) {
  return {
    /** One for each row, or for each row and prompt of the list, in which some may have no words; those of a row together. Followed. */
    of(rows: readonly EditableRow[]): Prompted[] {
      const columns = list?.columns.value
      const { prompt } = form.all.value
      if (!columns) {
        return rows.map((row) => {
          if (own.has(row)) return { row, prompt: own.of(row), isOwn: true }
          const byValue = values?.of(row)
          return byValue ? { row, ...byValue, isOwn: true } : { row, prompt, isOwn: false }
        })
      }
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
