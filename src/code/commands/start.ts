import type { Start } from '../../shared/protocol.ts'
import { readSelection } from '../selection.ts'
import { SETTINGS_KEY } from './save-settings.ts'

export async function start(): Promise<Start> {
  const [selection, settings] = await Promise.all([readSelection(), figma.clientStorage.getAsync(SETTINGS_KEY)])
  return { command: figma.command, selection, settings }
}
