import type { Start, Typed } from '../../shared/protocol.ts'
import { SETTINGS_KEY } from './save-settings.ts'

/** `typed`: what the designer had typed before the panel opened. */
export const startWith = (typed: Typed | undefined) => async (): Promise<Start> => ({
  command: figma.command,
  ...(typed && { typed }),
  selected: selectedCount(),
  settings: await figma.clientStorage.getAsync(SETTINGS_KEY),
})

function selectedCount(): number | undefined {
  const { selection } = figma.currentPage
  return selection.some((layer) => 'children' in layer) ? undefined : selection.length
}
