import { signal } from '@preact/signals'
import { expect, test } from 'vitest'
import { lumenfall } from '../../../src/ui/providers/lumenfall.ts'
import { createForm } from '../../../src/ui/state/form.ts'
import { createOwnPrompts } from '../../../src/ui/state/own-prompts.ts'
import { createPromptList } from '../../../src/ui/state/prompt-list.ts'
import { createSelection } from '../../../src/ui/state/selection.ts'
import { createSheet } from '../../../src/ui/state/sheet.ts'
import { SHEET_FAULTS } from '../../../src/ui/texts/sheet.ts'
import { fakeCode } from '../jobs/fakes.ts'

function stage() {
  const own = createOwnPrompts(createSelection())
  const list = createPromptList({ form: createForm('p-image-edit'), own })
  const choice = { chosen: signal([]) }
  return createSheet({ code: fakeCode(), own, list, choice, can: () => lumenfall.can('p-image-edit') })
}

const broken = { size: 4, text: () => Promise.reject(new Error('gone')) } as unknown as Blob

test.each([
  ['too large', new Blob([new Uint8Array(1_000_001)]), SHEET_FAULTS.large],
  ['not there any more', broken, SHEET_FAULTS.unreadable],
  ['empty', new Blob([' \n']), SHEET_FAULTS.empty],
  ['a sheet', new Blob(['name\tprompt\nNight\tstarry night sky']), undefined],
])('a file that is %s opens the sheet and says so', async (_, file, refusal) => {
  const sheet = stage()
  await sheet.readFile(file)
  expect([sheet.isOpen.value, sheet.refusal.value]).toEqual([true, refusal])
  expect(sheet.plan.value !== undefined).toBe(refusal === undefined)
})
