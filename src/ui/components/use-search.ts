import { useState } from 'preact/hooks'
import { isFound } from '../presets/found.ts'
import type { SearchItem } from './search-list.tsx'

/** What of these is found, and which one is active: the first, until another one is chosen or the chosen one is left out. */
export function useSearch<T>(all: readonly T[], { toItem, textsOf }: Looks<T>) {
  const [query, setQuery] = useState('')
  const [chosen, setActive] = useState<string>()
  const found = all.filter((one) => isFound(query, textsOf(one))).map((one) => ({ one, item: toItem(one) }))
  const active = found.find(({ item }) => item.key === chosen) ?? found[0]
  return {
    active: active?.one,
    /** The one of that key, as long as it is listed. */
    find: (key: string) => found.find(({ item }) => item.key === key)?.one,
    setActive,
    list: {
      query,
      items: found.map(({ item }) => item),
      active: active?.item.key,
      onQuery: setQuery,
      onActive: setActive,
    },
  }
}

interface Looks<T> {
  toItem: (one: T) => SearchItem
  /** Where the words that are typed are looked for. */
  textsOf: (one: T) => readonly string[]
}
