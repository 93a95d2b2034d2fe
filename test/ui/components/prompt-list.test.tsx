// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest'
import { byRole, press, show } from './page.ts'
import { openPanel } from './panel.tsx'

afterEach(() => show())

test('with the last but one prompt the list goes, and the focus goes to the box in its place', async () => {
  const { promptList } = await openPanel()
  await press(byRole('button', '+ Prompt'))
  const remove = byRole('button', 'Remove Prompt 2')
  remove.focus()
  await press(remove)
  expect(promptList.isList.value).toBe(false)
  await expect.poll(() => document.activeElement?.tagName).toBe('TEXTAREA')
  expect(document.activeElement).toBe(byRole('textbox', 'Prompt'))
})
