import { shortened } from '../presets/shortened.ts'
import type { SheetKind } from '../prompt-list/heads.ts'
import type { RowFault, SheetFault, SheetPlan } from '../prompt-list/sheet-plan.ts'
import { countOf, forCount, numberText } from './numbers.ts'
import { unknownText } from './words.ts'

export const SHEET_KINDS: readonly { value: SheetKind; label: string }[] = [
  { value: 'prompts', label: 'Prompts' },
  { value: 'named', label: 'Names and prompts' },
  { value: 'layers', label: 'Layers, with a prompt in each column' },
]

/** Why nothing of a sheet can be taken. */
export const SHEET_FAULTS = {
  large: 'This is more than 1 MB. Take it in parts.',
  unreadable: 'The file could not be read. Choose it again.',
  empty: 'There is nothing in the file. Choose another one.',
} as const

/** What a sheet comes to before it is taken, and on the button that takes it. */
export function sheetText(plan: SheetPlan): string {
  if (plan.kind !== 'layers') return `${countOf(plan.prompts.length, 'prompt')}, for each layer.`
  return `${countOf(plan.columns.length, 'prompt')}: words of their own for ${countOf(plan.layers, 'layer')}.`
}

export const takeSheetText = (plan: SheetPlan) =>
  plan.kind === 'layers'
    ? `Take ${countOf(plan.cells.length, 'cell')}`
    : `Take ${countOf(plan.prompts.length, 'prompt')}`

export const sheetFaultsText = (faults: readonly SheetFault[]) => {
  const bad = new Set(faults.flatMap(({ row, isBad }) => (isBad ? row : []))).size
  if (bad === 0) return 'Worth knowing:'
  return forCount(bad, '1 row is not taken as it is:', `${numberText(bad)} rows are not taken as they are:`)
}

export const rowFaultText = ({ row, fault }: SheetFault) => `Row ${row}: ${rowWhy(fault)}`

function rowWhy(fault: RowFault): string {
  switch (fault.why) {
    case 'blank':
      return 'no prompt.'
    case 'layerless':
      return 'no name of a layer.'
    case 'unclosed':
      return 'a quote starts here and never ends.'
    case 'many':
      return 'there is no room for more: a list holds 1000 prompts.'
    case 'long':
      return `its prompt has ${fault.length} characters; this model takes ${fault.limit}.`
    case 'words':
      return unknownText(fault.names)
    case 'brace':
      return `a ${fault.brace} is without its other half.`
    case 'lost':
      return `no selected layer is called “${shortened(fault.name, 40)}”.`
    case 'surplus':
      return `it has more cells than there are columns, from “${shortened(fault.name, 40)}” on.`
    case 'again':
      return `“${shortened(fault.name, 40)}” was in row ${fault.first} already.`
    case 'renamed':
      return `another one is called “${shortened(fault.name, 40)}”, so this one is “${shortened(fault.is, 40)}”.`
    case 'several':
      return `${fault.count} layers are called “${shortened(fault.name, 40)}”, and all get its words.`
  }
}
