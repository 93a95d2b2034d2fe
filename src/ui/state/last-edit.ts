import type { Connection } from '../../shared/channel.ts'
import type { Commands, Events } from '../../shared/protocol.ts'
import { fromStored, type LastEdit, toStored } from '../presets/last-edit.ts'
import type { Form, FormModel } from './form.ts'
import type { PromptListModel } from './prompt-list.ts'

export interface LastEditServices {
  code: Pick<Connection<Commands, Events>, 'call'>
  form: Pick<FormModel, 'all' | 'change'>
  list: Pick<PromptListModel, 'all' | 'columns' | 'take'>
  references(): number
  /** Whether some of the rows that are run have words of their own. */
  hasOwn(): boolean
  /** The id of the provider that is asked now. */
  provider(): string
}

export type LastEditModel = ReturnType<typeof createLastEdit>

/** How the last edit was made, for *Run last edit again*: kept from panel to panel, on this machine. */
export function createLastEdit({ code, form, list, references, hasOwn, provider }: LastEditServices) {
  return {
    /** The form as it stands is being run. */
    async remember() {
      const { shareSame, ...settings } = form.all.peek()
      const prompts = (list.columns.peek() ?? list.all.peek()).map(({ name, prompt }) => ({ name, prompt }))
      const edit = toStored({
        prompts,
        settings: { ...settings, name: '', provider: provider() },
        shareSame,
        references: references(),
        hasOwn: hasOwn(),
      })
      // A run goes on without it; an older one must not be taken for it.
      await code.call('saveLastEdit', { edit }).catch(() => {})
    },
    async read(): Promise<LastEdit | undefined> {
      const stored = await code.call('readLastEdit', {}).catch(() => undefined)
      return fromStored(stored)
    },
    /** Into the form of a panel that has just been opened. Another provider's model means nothing to this one. */
    fill({ prompts, settings, shareSame }: LastEdit) {
      const { name: _name, provider: of, roles: _roles, model, ...parts } = settings
      const isOwn = of === provider() && model !== undefined
      form.change({ ...(parts as Partial<Form>), shareSame, ...(isOwn && { model }) })
      if (prompts.length === 1) return
      form.change({ prompt: '' })
      list.take(prompts, { cells: 0 })
    },
    /** Whether it was made with the account that is chosen now. */
    isOfAccount: ({ settings }: LastEdit) => settings.provider === provider(),
  }
}
