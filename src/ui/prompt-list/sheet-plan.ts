import { tokenOf } from '../../shared/token.ts'
import { columnsIn, headOf, type SheetKind } from './heads.ts'
import { isFilled } from './separator.ts'
import type { SheetRow } from './sheet.ts'
import { uniqueNames } from './unique-names.ts'

/** What is wrong with a row, which is left out then; or, for those below, only worth knowing. */
export type RowFault =
  | { why: 'blank' | 'unclosed' | 'layerless' | 'many' }
  | { why: 'long'; length: number; limit: number }
  | { why: 'words'; names: readonly string[] }
  | { why: 'brace'; brace: string }
  | { why: 'lost' | 'surplus'; name: string }
  | { why: 'again'; name: string; first: number }
  | { why: 'renamed'; name: string; is: string }
  | { why: 'several'; name: string; count: number }

export interface SheetFault {
  /** As the sheet counts. */
  row: number
  fault: RowFault
  /** Whether nothing of the row is taken. */
  isBad: boolean
}

export interface PlannedPrompt {
  row: number
  name?: string
  prompt: string
}

export interface PlannedCell {
  row: number
  /** The layer as it is called in the document. */
  layer: string
  /** Which of `columns`, counted from 0. */
  column: number
  prompt: string
}

export interface SheetPlan {
  kind: SheetKind
  hasHead: boolean
  prompts: readonly PlannedPrompt[]
  /** Of a sheet of layers: its prompts' names, and what they say for each layer. */
  columns: readonly string[]
  cells: readonly PlannedCell[]
  /** In the order of their rows. */
  faults: readonly SheetFault[]
  /** Layers that get words of their own, each of one name counted. */
  layers: number
}

export interface SheetReading {
  /** Otherwise as the sheet looks. */
  kind?: SheetKind | undefined
  hasHead?: boolean | undefined
  /** The names of the chosen layers, one for each row of the selection. */
  layers: readonly string[]
  /** Why a prompt cannot be sent, whatever the layer. */
  faultOf(prompt: string): RowFault | undefined
  /** How a column is called whose head is empty; counted from 1. */
  numbered(number: number): string
  /** Prompts that there is room for. */
  room: number
}

/** What a sheet becomes, with all that is wrong in it. Pure. */
export function planSheet(all: readonly SheetRow[], reading: SheetReading): SheetPlan {
  const rows = all.filter(isFilled)
  const found = rows[0] && headOf(rows[0].cells)
  const widest = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0)
  const kind = reading.kind ?? found ?? (widest > 1 ? 'named' : 'prompts')
  const hasHead = reading.hasHead ?? (found !== undefined || kind === 'layers')
  const head = hasHead ? rows[0] : undefined
  const body = head ? rows.slice(1) : rows
  const parts = kind === 'layers' ? planLayers(head, body, reading) : planPrompts(head, body, { ...reading, kind })
  return { kind, hasHead, prompts: [], columns: [], cells: [], layers: 0, ...parts }
}

type Parts = Partial<SheetPlan> & Pick<SheetPlan, 'faults'>

function planPrompts(
  head: SheetRow | undefined,
  body: readonly SheetRow[],
  { kind, faultOf, room }: SheetReading & { kind: SheetKind },
): Parts {
  const isNamed = kind === 'named'
  const told = head && headOf(head.cells) ? columnsIn(head.cells) : undefined
  const at = told ?? { name: 0, prompt: isNamed ? 1 : 0 }
  const width = head && told ? head.cells.length : isNamed ? 2 : 1
  const faults: SheetFault[] = []
  const prompts: PlannedPrompt[] = []
  const bad = (row: number, fault: RowFault) => faults.push({ row, fault, isBad: true })

  for (const { number, cells, isUnclosed } of body) {
    const prompt = cells[at.prompt]?.trim() ?? ''
    const surplus = cells.slice(width).find((cell) => cell.trim() !== '')
    const fault = isUnclosed
      ? { why: 'unclosed' as const }
      : prompt === ''
        ? { why: 'blank' as const }
        : faultOf(prompt)
    if (fault) bad(number, fault)
    else if (surplus !== undefined) bad(number, { why: 'surplus', name: surplus })
    else if (prompts.length >= room) bad(number, { why: 'many' })
    else prompts.push({ row: number, prompt, ...(isNamed && { name: tidied(cells[at.name] ?? '') }) })
  }
  if (!isNamed) return { prompts, faults }
  const named = prompts.filter(({ name }) => name)
  const names = uniqueNames(named.map(({ name = '' }) => name))
  for (const [index, one] of named.entries()) {
    const { row, name = '' } = one
    const is = names[index]!
    if (is !== name) faults.push({ row, fault: { why: 'renamed', name, is }, isBad: false })
    one.name = is
  }
  return { prompts, faults: inOrder(faults) }
}

function planLayers(
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

/** On one line, as long as a name may be. */
const tidied = (name: string) => name.replace(/\s+/g, ' ').trim().slice(0, LONGEST_NAME).trimEnd()

const inOrder = (faults: readonly SheetFault[]) => [...faults].sort((one, other) => one.row - other.row)

/** Characters. */
const LONGEST_NAME = 80
