import { useState } from 'preact/hooks'

/** A name of its own for an element. Preact's `useId` counts anew for what is added later, and gives a name twice. */
export function useUniqueId(): string {
  const [id] = useState(() => `id-${++last}`)
  return id
}

let last = 0
