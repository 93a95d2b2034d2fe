import { endRunningNote } from '../menu/running-note.ts'

/** From now on the panel tells how things stand. */
export function showPanel(): void {
  endRunningNote()
  figma.ui.show()
}
