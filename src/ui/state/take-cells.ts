import type { LayerRow } from '../../shared/protocol.ts'
import { tokenOf } from '../../shared/token.ts'
import type { SheetPlan } from '../prompt-list/sheet-plan.ts'
import type { OwnPromptsModel } from './own-prompts.ts'
import type { PromptListModel } from './prompt-list.ts'

interface Destination {
  list: Pick<PromptListModel, 'all' | 'take'>
  own: Pick<OwnPromptsModel, 'take'>
  /** Those that the names in the sheet are meant for. */
  rows: readonly LayerRow[]
}

/**
 * The words of a sheet that has a row for each layer, into the cells of the prompt list. A column of the same name is the
 * same column: a sheet that was changed can be taken again. All of it is taken back by one undo of the list.
 */
export function takeCells({ columns, cells, layers }: SheetPlan, to: Destination) {
  let untake = () => {}
  const there = new Map(to.list.all.peek().map(({ id, name }) => [tokenOf(name), id]))
  const missing = columns.filter((name) => !there.has(tokenOf(name)))
  const kept = columns.flatMap((name) => there.get(tokenOf(name)) ?? [])
  const added = to.list.take(
    missing.map((name) => ({ name, prompt: '' })),
    { cells: layers, keeps: new Set(kept), alsoUndo: () => untake() },
  )
  for (const [index, name] of missing.entries()) there.set(tokenOf(name), added[index]!)
  const rowsOf = new Map<string, LayerRow[]>()
  for (const row of to.rows) rowsOf.set(row.name, [...(rowsOf.get(row.name) ?? []), row])
  untake = to.own.take(
    cells.flatMap(({ layer, column, prompt: text }) => {
      const prompt = there.get(tokenOf(columns[column]!))!
      return (rowsOf.get(layer) ?? []).map((row) => ({ row, prompt, text }))
    }),
  )
}
