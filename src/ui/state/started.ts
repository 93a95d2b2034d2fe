import type { Connection } from '../../shared/channel.ts'
import type { Commands, Events, Start, Typed } from '../../shared/protocol.ts'
import { FIRST_RUN } from '../texts/first-run.ts'
import { S } from '../texts/started.ts'
import { objectionTo } from './at-once.ts'
import type { Models } from './models.ts'
import { lookBack, runAgain } from './run-again.ts'

export interface StartedServices {
  code: Pick<Connection<Commands, Events>, 'call'>
  models: Models
}

/** What the panel does for the command that opened it. To be called when the selection and the settings are there. */
export async function started({ command, typed }: Pick<Start, 'command' | 'typed'>, services: StartedServices) {
  const { models } = services
  // A hidden panel leaves to the next one what earlier ones left: it may close at any moment.
  if (command !== 'again') lookBack(models)
  if (command === 'upscale') audit(models)
  if (command === 'again') await runAgain(services)
  if (command === 'edit-again') await fillFromResult(services)
  if (command === 'edit' && typed) await editWith(typed, services)
}

/** A list of the whole page would not be what was meant, where something is selected. */
function audit({ selection, audit }: Models) {
  if (selection.rows.peek().length > 0) audit.scope.value = 'selection'
  void audit.start()
}

/** A prompt that was typed is meant to run, as a press on *Run*; a preset alone fills the form. */
async function editWith({ prompt, preset }: Typed, { code, models }: StartedServices) {
  const say = (message: string) => code.call('notify', { message })
  const { presets, promptList, edit } = models
  if (preset !== undefined) {
    await presets.load()
    const found = presets.all.peek().find(({ key }) => key === preset)
    if (found) presets.take(found.preset)
    if (prompt !== undefined) promptList.form.change({ prompt })
    if (!found) return say(S.presetGone)
  }
  if (prompt === undefined) return
  promptList.form.change({ prompt })
  if (models.firstRun.isShown.peek()) return say(FIRST_RUN.keyFirst)
  const objection = objectionTo(models)
  if (objection !== undefined) return say(objection)
  await edit.start()
}

/** With the words and the model of what shows on the first layer that has results, and another seed. */
async function fillFromResult({ code, models }: StartedServices) {
  const row = models.selection.rows.peek().find(({ results }) => results > 0)
  if (!row) return
  const { results } = await code.call('readResults', { id: row.id }).catch(() => ({ results: [] }))
  const edits = results.filter(({ made }) => made.prompt !== '')
  const made = (edits.filter(({ shown }) => shown).pop() ?? edits.pop())?.made
  if (!made) return
  const { form } = models.promptList
  form.recall(made, models.providers.current.peek().id)
  form.change({ seedFrom: 'drawn', seed: '' })
}
