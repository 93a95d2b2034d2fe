import type { Selection } from '../../shared/protocol.ts'
import type { MaybeWritten } from '../../shared/written.ts'
import { pause } from '../rows/pace.ts'
import { readSelection as read, toldOf } from '../selection.ts'

/** What is selected now; later changes are told unasked. */
export async function readSelection(): Promise<MaybeWritten<Selection>> {
  // What was asked before is answered first: the panel shows itself with that.
  await pause()
  return toldOf(await read())
}
