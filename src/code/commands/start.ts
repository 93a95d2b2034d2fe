import type { Start, Typed } from '../../shared/protocol.ts'
import { type Told, Written } from '../../shared/written.ts'
import { isMany, readSelection } from '../selection.ts'
import { SETTINGS_KEY } from './save-settings.ts'

/** `typed`: what the designer had typed before the panel opened. */
export const startWith = (typed: Typed | undefined) => async (): Promise<Told<Start>> => {
  const [{ rows, json }, settings] = await Promise.all([readSelection(), figma.clientStorage.getAsync(SETTINGS_KEY)])
  const others = { command: figma.command, ...(typed && { typed }), settings }
  return isMany(rows) ? new Written(`{"selection":${json}}`, others) : { ...others, selection: { rows } }
}
