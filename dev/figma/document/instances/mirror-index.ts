import type { LayerRecord } from '../layer-record.ts'

/** Who follows whom, kept with every write, so that what changes in a component costs no search for its instances. */
export class MirrorIndex {
  readonly #followers = new Map<string, Set<string>>()

  note(id: string, before: LayerRecord | undefined, after: LayerRecord | undefined): void {
    const [was, is] = [sourcesOf(before), sourcesOf(after)]
    for (const source of was) if (!is.includes(source)) this.#followers.get(source)?.delete(id)
    for (const source of is) if (!was.includes(source)) this.#of(source).add(id)
  }

  of(source: string): string[] {
    return [...(this.#followers.get(source) ?? [])]
  }

  #of(source: string): Set<string> {
    const there = this.#followers.get(source) ?? new Set()
    this.#followers.set(source, there)
    return there
  }
}

/** A nested instance follows both the layer that it copies and its component. */
function sourcesOf(record: LayerRecord | undefined): string[] {
  const sources = [record?.mirror?.of, record?.instance?.mainId]
  return sources.filter((source) => source !== undefined)
}
