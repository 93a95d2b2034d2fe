import type { Connection } from '../../shared/channel.ts'
import { toAppError } from '../../shared/errors.ts'
import type { Commands, Events } from '../../shared/protocol.ts'
import { placeResult } from '../jobs/edit-layer.ts'
import type { RowListener } from '../jobs/row-listener.ts'
import { finishedIn, isSettled, type RunRow, type Unplaced } from './run-row.ts'
import type { RunRows } from './run-rows.ts'
import type { VariantPlacing } from './variant-placing.ts'

export interface PlacingByHandServices {
  code: Pick<Connection<Commands, Events>, 'call'>
  rows: Pick<RunRows, 'find' | 'change'>
  placed: RowListener['placed']
  variants: Pick<VariantPlacing, 'placeByHand' | 'withdraw'>
  whenWritten(work: () => void): void
}

/** Pictures that are here, put on their layers; nothing is asked or paid again. */
export function createPlacingByHand({ code, rows, placed, variants, whenWritten }: PlacingByHandServices) {
  async function place({ id, job }: RunRow, unplaced: Unplaced) {
    rows.change(id, { state: { at: 'placing' }, unplaced })
    try {
      placed(id, await placeResult(job, await finishedIn(unplaced), { code }))
    } catch (thrown) {
      rows.change(id, { state: { at: 'failed', error: toAppError(thrown) } })
    }
  }

  /** What was stopped while it was placed may lie on its layer already: that is known first. */
  async function whenOwed(id: number, work: (row: RunRow, unplaced: Unplaced) => Promise<void> | void) {
    await new Promise<void>(whenWritten)
    const row = rows.find(id)
    if (row?.unplaced?.picture && isSettled(row.state)) await work(row, row.unplaced)
  }

  return {
    place,
    /** Once more what failed after the picture had come, or what came after Stop. */
    placeAgain: (id: number) =>
      whenOwed(id, (row, unplaced) => (variants.placeByHand(row) ? undefined : place(row, unplaced))),
    /** The picture of a new variant that cannot be made as things are: as a layer of its own. */
    placeBeside: (id: number) =>
      whenOwed(id, (row, unplaced) => {
        variants.withdraw(id)
        return place(row, unplaced)
      }),
  }
}
