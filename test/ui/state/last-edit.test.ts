import { expect, test } from 'vitest'
import { createForm } from '../../../src/ui/state/form.ts'
import { createLastEdit } from '../../../src/ui/state/last-edit.ts'
import { createPromptList } from '../../../src/ui/state/prompt-list.ts'

// How the last edit was made, from the form of one panel to that of the next.

function panel(kept: { edit: unknown }, { provider = 'lumenfall', hasOwn = false } = {}) {
  const form = createForm('usual')
  const list = createPromptList({ form, own: { copy: () => {}, holds: () => false } })
  const code = {
    call: async (name: string, input: { edit?: unknown }) => {
      if (name === 'readLastEdit') return kept.edit
      kept.edit = structuredClone(input.edit)
    },
  }
  const lastEdit = createLastEdit({
    ...{ code: code as never, form, list },
    references: () => 0,
    hasOwn: () => hasOwn,
    provider: () => provider,
  })
  return { form, list, lastEdit }
}

test('the next panel’s form is as the last one was', async () => {
  const kept = { edit: undefined }
  const { form, lastEdit } = panel(kept)
  form.change({
    prompt: 'fog',
    model: 'special',
    count: 3,
    place: 'beside',
    options: { turbo: true },
    shareSame: false,
  })
  await lastEdit.remember()
  const next = panel(kept)
  next.lastEdit.fill((await next.lastEdit.read())!)
  expect(next.form.all.value).toEqual(form.all.value)
})

test('several prompts are columns again, those that were not ticked are not', async () => {
  const kept = { edit: undefined }
  const { list, lastEdit } = panel(kept)
  list.change('', { prompt: 'fog' })
  for (const prompt of ['rain', 'snow']) {
    list.add()
    list.change(list.active.value, { prompt })
  }
  list.change(list.active.value, { isTicked: false })
  await lastEdit.remember()
  const next = panel(kept)
  next.lastEdit.fill((await next.lastEdit.read())!)
  expect(next.list.columns.value).toMatchObject([
    { name: 'Prompt 1', prompt: 'fog' },
    { name: 'Prompt 2', prompt: 'rain' },
  ])
})

test('another account’s model is not taken, and the account is told apart', async () => {
  const kept = { edit: undefined }
  const { form, lastEdit } = panel(kept)
  form.change({ prompt: 'fog', model: 'special' })
  await lastEdit.remember()
  const other = panel(kept, { provider: 'openai' })
  const last = (await other.lastEdit.read())!
  other.lastEdit.fill(last)
  expect([other.form.all.value.model, other.form.all.value.prompt]).toEqual(['usual', 'fog'])
  expect([lastEdit.isOfAccount(last), other.lastEdit.isOfAccount(last)]).toEqual([true, false])
})

test('words that single layers had are not kept, and the edit says that there were some, also where there were no others', async () => {
  for (const prompt of ['fog', '']) {
    const kept = { edit: undefined }
    const { form, lastEdit } = panel(kept, { hasOwn: true })
    form.change({ prompt, count: 2 })
    await lastEdit.remember()
    const next = panel(kept)
    const last = (await next.lastEdit.read())!
    next.lastEdit.fill(last)
    expect(last.hasOwn).toBe(true)
    expect(next.form.all.value).toMatchObject({ prompt, count: 2 })
  }
})

test('an edit that cannot be kept is not mistaken for the one before', async () => {
  const kept = { edit: undefined }
  const { form, lastEdit } = panel(kept)
  form.change({ prompt: 'fog' })
  await lastEdit.remember()
  form.change({ prompt: ' ' })
  await lastEdit.remember()
  expect(await lastEdit.read()).toBeUndefined()
})
