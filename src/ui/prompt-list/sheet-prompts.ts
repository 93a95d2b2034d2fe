import { columnsIn, headOf, type SheetKind } from './heads.ts'
import type { SheetRow } from './sheet.ts'
import type { Parts, PlannedPrompt, RowFault, SheetFault, SheetReading } from './sheet-plan.ts'
import { tidied } from './tidied.ts'
import { uniqueNames } from './unique-names.ts'

export function planPrompts(
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

const inOrder = (faults: readonly SheetFault[]) => [...faults].sort((one, other) => one.row - other.row)
