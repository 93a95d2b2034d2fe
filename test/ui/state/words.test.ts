import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { ReadWords } from '../../../src/shared/protocol.ts'
import { createChoice } from '../../../src/ui/state/choice.ts'
import { createForm } from '../../../src/ui/state/form.ts'
import { createOwnPrompts } from '../../../src/ui/state/own-prompts.ts'
import { createRowPrompts } from '../../../src/ui/state/row-prompts.ts'
import { createSelection, type EditableRow } from '../../../src/ui/state/selection.ts'
import { createWords } from '../../../src/ui/state/words.ts'
import { CAN, containerRows, fakeCode, hold, imageRow } from '../jobs/fakes.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
afterEach(() => void vi.useRealTimers())

type Asked = { ids: readonly string[]; texts: readonly string[] }

/** What the document says: each layer's theme is its name, in capitals. */
const themes = ({ ids }: Asked): ReadWords => ({
  layers: ids.map((id) => ({ id, page: 'Page', properties: { Theme: id.slice(6).toUpperCase() }, texts: {} })),
})

function stage(
  prompt: string,
  { rows = [imageRow('a'), imageRow('b')], answer = themes as (asked: Asked) => unknown } = {},
) {
  const code = fakeCode({ readWords: answer })
  const selection = createSelection()
  const choice = createChoice(selection)
  const form = createForm('p-image-edit')
  const own = createOwnPrompts(selection)
  selection.follow({ rows })
  form.change({ prompt })
  const prompts = createRowPrompts({ form, own })
  const words = createWords({ code, selection, choice, form, own, prompts, can: () => CAN })
  const row = (name: string) => choice.chosen.value.find((row) => row.name === name)!
  const later = () => vi.advanceTimersByTimeAsync(1000)
  return { code, selection, choice, form, own, words, row, later, shown: (name: string) => words.shown(row(name)) }
}

const known = (text: string) => ({ at: 'known', text })
const sent = async ({ words, choice }: ReturnType<typeof stage>) => {
  const rows = choice.chosen.value
  const sent = await words.toSend(rows)
  return rows.flatMap(sent).map(({ prompt }) => prompt)
}

test('a prompt without words asks the document nothing, and shows nothing in the rows', async () => {
  const { code, later, shown, words } = stage('night {{and}} day')
  await later()
  expect(code.names()).toEqual([])
  expect(shown('a')).toEqual(known('night {and} day'))
  expect(words.sharedLength.value).toBe(15)
  const plain = stage('night')
  expect(plain.shown('a')).toBeUndefined()
})

test('each row shows the words that it will send, once typing pauses', async () => {
  const { code, form, later, shown } = stage('{The')
  form.change({ prompt: '{Them' })
  form.change({ prompt: '{Theme} night' })
  expect(shown('a')).toBeUndefined()
  await later()
  expect(shown('a')).toEqual(known('A night'))
  expect(code.inputs('readWords')).toEqual([{ ids: ['id of a', 'id of b'], texts: [] }])
  form.change({ prompt: '{Theme} day' })
  expect(shown('b')).toEqual(known('B day'))
  await later()
  expect(code.names()).toHaveLength(1)
})

test('a new selection is read anew, also where its rows are the same', async () => {
  let page = 'One'
  const answer = (asked: Asked) => ({ layers: themes(asked).layers.map((layer) => ({ ...layer, page })) })
  const { selection, later, shown } = stage('{page}', { answer })
  await later()
  expect(shown('a')).toEqual(known('One'))
  page = 'Two'
  selection.follow({ rows: [...selection.rows.value] })
  expect(shown('a')).toEqual(known('One'))
  await later()
  expect(shown('a')).toEqual(known('Two'))
})

test('an answer that comes late is dropped', async () => {
  const first = hold<ReadWords>()
  let asked = 0
  const answer = (wanted: Asked) => (asked++ === 0 ? first.promise : themes(wanted))
  const { selection, later, shown } = stage('{Theme}', { answer })
  await later()
  selection.follow({ rows: [imageRow('c')] })
  await later()
  first.resolve({ layers: [{ id: 'id of c', page: '', properties: { Theme: 'late' }, texts: {} }] })
  await later()
  expect(shown('c')).toEqual(known('C'))
})

test('a name that stands for nothing is a fault of the prompt, not of its rows', async () => {
  const { words, later, shown } = stage('{Them}')
  expect(words.sharedFault.value).toBeUndefined()
  await later()
  expect(words.sharedFault.value).toEqual({ unknown: ['Them'], properties: ['Theme'] })
  expect(shown('a')).toBeUndefined()
})

test('a missing brace is said at once, also where nothing is selected', () => {
  expect(stage('{Them', { rows: [] }).words.sharedFault.value).toEqual({ brace: '{', properties: [] })
})

test('the length is that of the longest words', async () => {
  const { words, later } = stage('{layer}!', { rows: [imageRow('a'), imageRow('abcdef')] })
  await later()
  expect(words.sharedLength.value).toBe(7)
})

test('what is sent is read anew, for the rows and the prompt of that moment', async () => {
  const held = hold<void>()
  const answer = async (asked: Asked) => {
    await held.promise
    return themes(asked)
  }
  const panel = stage('{Theme} night', { answer })
  const sending = sent(panel)
  panel.form.change({ prompt: 'day' })
  panel.selection.follow({ rows: [imageRow('c')] })
  held.resolve()
  expect(await sending).toEqual(['A night', 'B night'])
})

const lacking = (asked: Asked) => {
  const [first, ...others] = themes(asked).layers
  return { layers: [{ ...first!, texts: { head: 'Hello' } }, ...others.map((layer) => ({ ...layer, properties: {} }))] }
}
const three = () => [imageRow('a'), imageRow('b'), imageRow('c')]

test.each([
  ['{Them} {layr}', '{Them}, {layr} stand for nothing. There is {layer}, {page}, {n}, {text:Name} and {Theme}.'],
  [
    'a {',
    'A { is without its other half. Write {{ for the brace itself. There is {layer}, {page}, {n}, {text:Name} and {Theme}.',
  ],
  [
    '{text:Head}',
    '“b” has no text “Head”. 1 other layer cannot run either: the list says why. Change the prompt, or leave them out.',
  ],
  [
    '{text:Head} {Theme}',
    '“b” has no text “Head” and no “Theme”. 1 other layer cannot run either: the list says why. Change the prompt, or leave them out.',
  ],
  [' ', 'Write what should change.'],
  ['012345678901234567890', 'The prompt has 21 characters; this model takes 20.'],
])('%s is refused before the run, with a sentence that says why', async (prompt, message) => {
  await expect(sent(stage(prompt, { rows: three(), answer: lacking }))).rejects.toMatchObject({
    fault: 'settings',
    message,
  })
})

test('it is said which layer has too much to say', async () => {
  const rows = [imageRow('a'), imageRow('a layer with a long name')]
  await expect(sent(stage('{layer} now', { rows }))).rejects.toMatchObject({
    message:
      '“a layer with a long name” sends 28 characters; this model takes 20. Shorten the prompt, or leave it out.',
  })
})

test('what lacks a text runs no more once it is unticked', async () => {
  const panel = stage('{text:Head}', {
    rows: containerRows('Card', [imageRow('a'), imageRow('b')]) as EditableRow[],
    answer: lacking,
  })
  await expect(sent(panel)).rejects.toMatchObject({ fault: 'settings' })
  panel.choice.tick(panel.choice.listed.value[2]!, false)
  expect(await sent(panel)).toEqual(['Hello'])
})

test('a row with a prompt of its own sends that, and may be alone in asking the document', async () => {
  const panel = stage('night')
  panel.own.set(panel.row('b'), '{Theme} day')
  await panel.later()
  expect(panel.code.inputs('readWords')).toEqual([{ ids: ['id of b'], texts: [] }])
  expect([panel.shown('a'), panel.shown('b')]).toEqual([undefined, known('B day')])
  expect(await sent(panel)).toEqual(['night', 'B day'])
  panel.own.set(panel.row('b'), '  ')
  expect(await sent(panel)).toEqual(['night', 'night'])
})

test('where each row has a prompt of its own, the shared one may be empty', async () => {
  const panel = stage('', { rows: [imageRow('a')] })
  panel.own.set(panel.row('a'), 'dusk')
  expect(await sent(panel)).toEqual(['dusk'])
})

test('what is wrong with a prompt of its own is said with the name of the row', async () => {
  const panel = stage('night')
  panel.own.set(panel.row('b'), '{oops')
  await panel.later()
  expect(panel.words.sharedFault.value).toBeUndefined()
  expect(panel.shown('b')).toMatchObject({ at: 'wrong', fault: { brace: '{' } })
  await expect(sent(panel)).rejects.toMatchObject({ message: expect.stringMatching(/^“b”: A { is without/) })
})

test('a prompt of its own comes back with its layer, and stays when a result has taken the place of the picture', () => {
  const { selection, own, row } = stage('night')
  own.set(row('a'), 'dusk')
  selection.follow({ rows: [imageRow('b')] })
  expect(own.of(row('b'))).toBe('')
  selection.follow({ rows: [imageRow('b'), imageRow('a', { key: 'another picture' })] })
  expect(own.of(row('a'))).toBe('dusk')
})

test('the whole of a layer and the image on it have each a prompt of their own', () => {
  const rows = containerRows('Card', [imageRow('Card', { key: 'image' }), imageRow('a')]) as EditableRow[]
  const { own } = stage('night', { rows })
  own.set(rows[0]!, 'whole')
  own.set(rows[1]!, 'image')
  expect(rows.map((row) => own.of(row))).toEqual(['whole', 'image', ''])
})
