import { computed } from '@preact/signals'
import { useMemo } from 'preact/hooks'

/** What follows from these inputs and from signals: whoever uses it is drawn again when that changes, not with each signal. */
export const useDerived = <T>(derive: () => T, inputs: readonly unknown[]): T =>
  useMemo(() => computed(derive), inputs).value
