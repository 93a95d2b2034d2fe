import { expect, test } from 'vitest'
import type { Note } from '../../../src/shared/protocol.ts'
import { warningsIn } from '../../../src/ui/state/warnings.ts'
import { imageRow } from '../jobs/fakes.ts'

const rowsWith = (...notes: Note[]) => notes.map((note, index) => imageRow(String(index), { notes: [note] }))
const component = (name: string, count: number): Note => ({ kind: 'instances', component: name, count })

test('the instances of a component count once, however many of its images are edited', () => {
  const rows = rowsWith(component('Card', 12), component('Card', 12), component('Badge', 3))
  expect(warningsIn(rows).instances).toBe(15)
})

test('each shared style is named once', () => {
  const rows = rowsWith({ kind: 'style', name: 'Photo' }, { kind: 'style', name: 'Photo' }, { kind: 'override' })
  expect(warningsIn(rows)).toEqual({ instances: 0, styles: ['Photo'] })
})
