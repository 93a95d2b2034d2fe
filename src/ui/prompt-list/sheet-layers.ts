import { tokenOf } from '../../shared/token.ts'
import type { SheetRow } from './sheet.ts'
import type { Parts, PlannedCell, RowFault, SheetFault, SheetReading } from './sheet-plan.ts'
import { tidied } from './tidied.ts'
import { uniqueNames } from './unique-names.ts'

export function planLayers(
  head: SheetRow | undefined,
  body: readonly SheetRow[],
  { layers, faultOf, numbered, room }: SheetReading,
): Parts {
  const faults: SheetFault[] = []
  const width = head ? head.cells.length : body.reduce((most, { cells }) => Math.max(most, cells.length), 0)
  const count = Math.min(Math.max(width - 1, 0), room)
  const typed = Array.from({ length: count }, (_, at) => tidied(head?.cells[at + 1] ?? '') || numbered(at + 1))
  const columns = uniqueNames(typed)
  for (const [at, name] of typed.entries()) {
    const is = columns[at]!
    if (head && is !== name) faults.push({ row: head.number, fault: { why: 'renamed', name, is }, isBad: false })
  }
  if (head && width - 1 > count) faults.push({ row: head.number, fault: { why: 'many' }, isBad: false })

  const find = finderOf(layers)
  const firsts = new Map<string, number>()
  const cells: PlannedCell[] = []
  let served = 0
  for (const { number, cells: texts, isUnclosed } of body) {
    const name = texts[0]?.trim() ?? ''
    const found = find(name)
    const fault = isUnclosed ? { why: 'unclosed' as const } : faultIn({ name, found, texts, width, firsts })
    if (fault) {
      faults.push({ row: number, fault, isBad: true })
      continue
    }
    const { layer, count } = found!
    let taken = 0
    for (let column = 0; column < columns.length; column++) {
      const prompt = texts[column + 1]?.trim() ?? ''
      if (prompt === '') continue
      const fault = faultOf(prompt)
      if (fault) faults.push({ row: number, fault, isBad: true })
      else {
        cells.push({ row: number, layer, column, prompt })
        taken++
      }
    }
    if (taken === 0) continue
    firsts.set(layer, number)
    served += count
    if (count > 1) faults.push({ row: number, fault: { why: 'several', name: layer, count }, isBad: false })
  }
  return { columns, cells, faults, layers: served }
}

interface Found {
  layer: string
  count: number
}

function faultIn({
  name,
  found,
  texts,
  width,
  firsts,
}: {
  name: string
  found: Found | undefined
  texts: readonly string[]
  width: number
  firsts: ReadonlyMap<string, number>
}): RowFault | undefined {
  if (name === '') return { why: 'layerless' }
  if (!found) return { why: 'lost', name }
  const first = firsts.get(found.layer)
  if (first !== undefined) return { why: 'again', name, first }
  const surplus = texts.slice(width).find((text) => text.trim() !== '')
  if (surplus !== undefined) return { why: 'surplus', name: surplus }
  return texts.slice(1).some((text) => text.trim() !== '') ? undefined : { why: 'blank' }
}

/** Layers by exactly their name; where there is none, by it in any case. */
function finderOf(layers: readonly string[]) {
  const counts = new Map<string, number>()
  for (const layer of layers) counts.set(layer, (counts.get(layer) ?? 0) + 1)
  const trimmed = new Map([...counts.keys()].map((layer) => [layer.trim(), layer]))
  const anyCase = new Map([...counts.keys()].reverse().map((layer) => [tokenOf(layer), layer]))
  return (name: string): Found | undefined => {
    const layer = trimmed.get(name) ?? anyCase.get(tokenOf(name))
    return layer === undefined ? undefined : { layer, count: counts.get(layer)! }
  }
}
