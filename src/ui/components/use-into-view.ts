import { useEffect, useRef } from 'preact/hooks'
import type { LayerRow } from '../../shared/protocol.ts'

/**
 * Brings the list of what is selected into view when other layers are selected. Not while the focus is in the panel
 * below it: whoever types there, or goes through the rows of a run, would lose the place.
 */
export function useIntoView(rows: readonly LayerRow[]) {
  const place = useRef<HTMLElement>(null)
  const before = useRef(new Set(rows.flatMap(marksOf)))
  useEffect(() => {
    const isOther = rows.some((row) => !row.inside && !marksOf(row).some((mark) => before.current.has(mark)))
    before.current = new Set(rows.flatMap(marksOf))
    if (isOther && place.current && !isBusyBelow(place.current)) place.current.scrollIntoView({ block: 'nearest' })
  }, [rows])
  return place
}

/** A result laid over a layer has another id and the same spot: it is still what was selected. */
const marksOf = ({ id, at }: LayerRow) => [id, JSON.stringify(at)]

/** The focus of a panel that Figma has taken it from is only remembered. */
function isBusyBelow(place: HTMLElement): boolean {
  const focused = document.activeElement
  return document.hasFocus() && !place.contains(focused) && (place.parentElement?.contains(focused) ?? false)
}
