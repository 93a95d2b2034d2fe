import type { CellActions, CellState, GridCell } from '../state/cells.ts'
import { T } from '../texts.ts'
import type { RowWords } from '../words/prompt-words.ts'
import { forPrice } from './money.ts'
import { STATES } from './run.ts'
import { nameOf } from './selection.ts'
import { wordsFaultText } from './words.ts'

/** A cell of the grid: its layer and its prompt. */
export const cellName = ({ row, column }: GridCell) => `${nameOf(row)}, ${column.name}`

/** What stands in a cell, in a word or two. */
export function cellStateText({ at, rows }: CellState, { hasWords, words }: CellWords): string {
  if (at === 'new') return words?.at === 'wrong' ? 'Wrong' : hasWords ? T.notRun : T.noWords
  const failed = rows.filter(({ state }) => state.at === 'failed').length
  if (at === 'done' && rows.length > 1) return `${rows.length} results`
  return at === 'failed' && rows.length > 1 ? `${failed} of ${rows.length} failed` : STATES[at]
}

/** What a screen reader says of a cell, and what waiting over it shows. */
export const cellLabel = (cell: GridCell, state: CellState, words: CellWords) =>
  `${cellName(cell)}: ${cellStands(state, words)}`

/** After the name of the cell that has the focus: why it failed, and the words that it sends. */
export const cellDetail = (state: CellState, words: CellWords['words']) => {
  const said = words?.at === 'known' && words.text.trim() !== '' ? ` “${words.text}”` : ''
  return `: ${cellStands(state, { hasWords: said !== '', words })}${said}`
}

const cellStands = (state: CellState, words: CellWords) =>
  [cellStateText(state, words).toLowerCase(), state.isOld && T.wordsChanged].filter(Boolean).join(', ') +
  cellWhy(state, words.words)

interface CellWords {
  hasWords: boolean
  words: RowWords | undefined
}

function cellWhy({ at, rows, isOld }: CellState, words: CellWords['words']): string {
  const failed = rows.find(({ state }) => state.at === 'failed')?.state
  if (failed?.at === 'failed' && at === 'failed') return `. ${failed.error.message}`
  return (at === 'new' || isOld) && words?.at === 'wrong' ? `. ${wordsFaultText(words.fault)}.` : '.'
}

export const runCellsText = ({ cells, isAgain, cost }: NonNullable<CellActions['run']>) =>
  `${T.run}${cells.length > 1 ? ` ${cells.length}` : ''}${isAgain ? ' again' : ''}${forPrice(cost)}`

export const retryCellsText = ({ ids, cost }: NonNullable<CellActions['retry']>) =>
  `${T.retry}${ids.length > 1 ? ` (${ids.length})` : ''}${forPrice(cost)}`

export const stopCellsText = (count: number) => (count > 1 ? `${T.stop} ${count}` : T.stop)
