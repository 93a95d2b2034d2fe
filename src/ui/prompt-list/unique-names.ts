import { tokenOf } from '../../shared/token.ts'

/** The names in their order, each different from all others: a number goes behind one that was there before it. */
export function uniqueNames(names: readonly string[]): string[] {
  const written = new Set(names.map(tokenOf))
  const taken = new Set<string>()
  /** Where the search for a number goes on: a thousand may have one name. */
  const numbers = new Map<string, number>()
  return names.map((name) => {
    let unique = name
    if (taken.has(tokenOf(name))) {
      let number = numbers.get(tokenOf(name)) ?? 2
      // A name that another one was given by hand stays that one's.
      while (written.has(tokenOf(`${name} ${number}`)) || taken.has(tokenOf(`${name} ${number}`))) number++
      numbers.set(tokenOf(name), number + 1)
      unique = `${name} ${number}`
    }
    taken.add(tokenOf(unique))
    return unique
  })
}
