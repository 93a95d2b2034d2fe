import { headOf, type SheetKind } from './heads.ts'
import { isFilled } from './separator.ts'
import type { SheetRow } from './sheet.ts'
import { planLayers } from './sheet-layers.ts'
import { planPrompts } from './sheet-prompts.ts'

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

/** What one kind of sheet has of a plan. */
export type Parts = Partial<SheetPlan> & Pick<SheetPlan, 'faults'>
