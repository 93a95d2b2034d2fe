import type { Selection } from '../../shared/protocol.ts'
import type { Told } from '../../shared/written.ts'
import { readSelection as read, toldOf } from '../selection.ts'

/** What is selected now; later changes are told unasked. */
export const readSelection = async (): Promise<Told<Selection>> => toldOf(await read())
