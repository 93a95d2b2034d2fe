import { toAppError } from '../shared/errors.ts'
import type { LayerRow, Selection } from '../shared/protocol.ts'
import { type MaybeWritten, Written } from '../shared/written.ts'
import { undisturbed } from './exclusive.ts'
import { createReadings } from './readings.ts'
import { createPace, type Pace } from './rows/pace.ts'
import { readRows } from './rows/read-rows.ts'

/** What is selected, as rows, and the same as JSON. */
interface Read {
  rows: LayerRow[]
  json: string
}

export async function readSelection(pace: Pace = createPace(() => true)): Promise<Read> {
  const rows = await readRows(figma.currentPage.selection, pace)
  const texts: string[] = []
  for (const row of rows) {
    texts.push(JSON.stringify(row))
    await pace()
  }
  return { rows, json: `{"rows":[${texts.join()}]}` }
}

/** So many rows cross the pipe in a moment only as a text. */
export const toldOf = ({ rows, json }: Read): MaybeWritten<Selection> =>
  rows.length > MOST_AS_OBJECTS ? new Written(json) : { rows }

/**
 * Calls `tell` with the selection when it has settled after a change: of the selection or the page, or of the document
 * where that alters a row, undo included.
 */
export function followSelection(tell: (selection: MaybeWritten<Selection>) => void): void {
  let told = ''
  const readings = createReadings(async (always, isWanted) => {
    const pace = createPace(isWanted)
    const read = await undisturbed(() => readSelection(pace)).catch(unlessStopped)
    if (read && (always || read.json !== told)) {
      told = read.json
      tell(toldOf(read))
    }
    return pace.held()
  })

  let page = figma.currentPage
  page.on('nodechange', readings.documentChanged)
  figma.on('selectionchange', readings.selectionChanged)
  figma.on('currentpagechange', () => {
    page.off('nodechange', readings.documentChanged)
    page = figma.currentPage
    page.on('nodechange', readings.documentChanged)
    readings.selectionChanged()
  })
}

function unlessStopped(thrown: unknown): undefined {
  if (toAppError(thrown).fault !== 'cancelled') throw thrown
}

/** Figma copies a message in one go: measured in QuickJS, 100 rows take about 8 ms, as a text less than one. */
const MOST_AS_OBJECTS = 50
