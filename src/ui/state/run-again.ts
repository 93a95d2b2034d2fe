import { effect, untracked } from '@preact/signals'
import type { Connection } from '../../shared/channel.ts'
import type { Commands, Events } from '../../shared/protocol.ts'
import type { LastEdit } from '../presets/last-edit.ts'
import { FIRST_RUN } from '../texts/first-run.ts'
import { againReferencesText, runningText, S } from '../texts/started.ts'
import { T } from '../texts.ts'
import { objectionTo } from './at-once.ts'
import type { Models } from './models.ts'
import type { RunRow } from './run-row.ts'

export interface RunAgainServices {
  code: Pick<Connection<Commands, Events>, 'call'>
  models: Models
}

/**
 * *Run last edit again* in a hidden panel: a notification tells of it, with a way to stop, and the plugin closes at the end.
 * The panel shows where something is left to decide, and where a picture that is paid for is on no layer.
 */
export async function runAgain({ code, models }: RunAgainServices): Promise<void> {
  const { selection, edit, run, notice, lastEdit } = models
  let isHidden = true

  async function leave(message?: string) {
    if (message !== undefined) await code.call('notify', { message })
    // What is typed, run and placed is kept before the plugin closes.
    models.settings.settle()
    await code.call('closePlugin', {})
  }
  async function show(why?: string) {
    if (!isHidden) return
    isHidden = false
    lookBack(models)
    await code.call('showPanel', {})
    if (why !== undefined) await code.call('notify', { message: why })
  }
  async function tell() {
    const how = await code.call('tellRunning', {
      message: runningText(edit.paidPictures.peek(), sums(models)),
      stop: T.stop,
    })
    if (how === 'stop') run.stop()
    // Without the note nobody could stop it.
    if (how === 'dismissed') await show()
  }

  if (models.firstRun.isShown.peek()) return show(FIRST_RUN.keyFirstAgain)
  const last = await lastEdit.read()
  if (selection.rows.peek().length === 0) return leave(S.selectFirst)
  if (!last) return leave(S.againNothing)
  lastEdit.fill(last)
  const objection = objectionAgain(last, models)
  if (objection !== undefined) return show(objection)
  await priceTold(models)

  let isTold = false
  const unfollow = effect(() => {
    if (run.hold.value) void untracked(show)
    if (!run.busy.value || isTold) return
    isTold = true
    void untracked(tell)
  })
  await edit.start()
  // What was stopped while it was placed may be done, and then there is nothing to decide.
  await new Promise<void>(run.whenWritten)
  unfollow()
  if (notice.shown.peek() || run.rows.peek().some(isOpenEnded)) await show()
  if (isHidden) await leave()
}

function objectionAgain(last: LastEdit, models: Models): string | undefined {
  if (!models.lastEdit.isOfAccount(last)) return S.againAccount
  if (last.references > 0) return againReferencesText(last.references)
  return last.hasOwn ? S.againOwn : objectionTo(models)
}

/** What earlier panels left. */
export function lookBack({ missing, resumed }: Models) {
  void missing.look()
  void resumed.look()
}

/** Whether something is left to do or to decide. */
const isOpenEnded = ({ state, isDetached, unplaced }: RunRow) =>
  state.at === 'stopped' ? isDetached === true || unplaced !== undefined : state.at !== 'done'

const sums = ({ edit }: Models) => {
  const price = edit.price.peek()
  return price.at === 'known' ? price.sums : undefined
}

/** What it costs is said with the note, where the provider tells it soon. */
function priceTold({ edit }: Models): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, PATIENCE)
    const unfollow = effect(() => {
      if (edit.price.value.at === 'asking') return
      clearTimeout(timer)
      resolve()
      queueMicrotask(() => unfollow())
    })
    setTimeout(() => unfollow(), PATIENCE)
  })
}

/** ms */
const PATIENCE = 1500
