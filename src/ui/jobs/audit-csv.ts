import type { Size } from '../../shared/picture.ts'
import { AUDIT_COLUMNS, verdictText } from '../texts/audit.ts'
import { nameOf, SKIPPED } from '../texts/selection.ts'
import { type Judged, needOf, shownSize, type Target } from './verdict.ts'

/** A table for a spreadsheet (RFC 4180), a line for each use. Numbers have a point, whatever the reader's language. */
export function auditCsv(all: readonly Judged[], target: Target): string {
  const lines = [AUDIT_COLUMNS, ...all.flatMap((judged) => linesOf(judged, target))]
  return MARK + lines.map((cells) => `${cells.map(cellOf).join(',')}\r\n`).join('')
}

function linesOf(judged: Judged, target: Target): (string | number)[][] {
  const { bitmap } = judged
  return bitmap.uses.map((use) => {
    const { needed, scale, factor } = needOf(bitmap, use, target)
    return [
      ...[bitmap.hash, nameOf(use), use.id, ...edgesOf(bitmap), ...edgesOf(shownSize(bitmap, use))],
      ...[use.mode, rounded(use.density), scale, ...edgesOf(needed), rounded(factor), verdictText(judged)],
      use.skipped ? SKIPPED[use.skipped] : '',
    ]
  })
}

const edgesOf = ({ width, height }: Size) => [Math.round(width), Math.round(height)]
const rounded = (value: number) => Number(value.toFixed(3))

function cellOf(cell: string | number): string {
  const text = typeof cell === 'string' && FORMULA.test(cell) ? `'${cell}` : String(cell)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** A spreadsheet would run what begins so, and a layer's name is anybody's to choose. */
const FORMULA = /^[=+\-@\t\r]/
/** Without it Excel takes the letters for those of an old encoding. */
const MARK = '\uFEFF'
