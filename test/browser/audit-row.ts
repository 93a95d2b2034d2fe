import type { FrameLocator } from 'playwright-core'

/** Audits the page at 4× and opens the uses of its most used image. */
export async function openAuditRow(panel: FrameLocator): Promise<void> {
  await panel.getByRole('tab', { name: 'Upscale' }).click()
  await panel.getByRole('combobox', { name: 'Sharp at' }).selectOption('4×')
  await panel.getByRole('button', { name: 'Audit' }).click()
  await panel.getByRole('button', { name: '6 layers Hero photo' }).click()
}
