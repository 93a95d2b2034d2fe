import { useEffect, useRef } from 'preact/hooks'
import type { LooksModel } from '../state/looks.ts'
import type { RunRow } from '../state/run-row.ts'

export type Looks = Pick<LooksModel, 'watch' | 'before' | 'after'>

/** Before and after of a row, made while it is rendered. */
export function useLooks(looks: Looks, row: RunRow) {
  const end = useRef<() => void>(undefined)
  useEffect(() => {
    // The new watch begins before the last one ends, or the pictures would go and come.
    const last = end.current
    end.current = looks.watch(row)
    last?.()
  }, [row])
  useEffect(() => () => end.current?.(), [])
  return { before: looks.before(row), after: looks.after(row) }
}
