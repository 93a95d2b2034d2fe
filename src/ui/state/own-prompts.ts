import { computed, type ReadonlySignal, signal } from '@preact/signals'
import type { LayerRow } from '../../shared/protocol.ts'
import { holdsImages } from './choice.ts'
import type { SelectionModel } from './selection.ts'

export type OwnPromptsModel = ReturnType<typeof createOwnPrompts>

/** What was typed, by the names of its cells. */
export type OwnPrompts = ReadonlyMap<string, string>

/**
 * Prompts that count for one row in place of the one that all share; where there are several prompts, for one of them. They
 * are kept until the panel is closed: a row that is selected again has its own again, also when a result has taken the place
 * of its picture. `first`: the id of the prompt that is meant where none is named.
 */
export function createOwnPrompts(selection: SelectionModel, first: () => string = () => '') {
  const prompts = signal<OwnPrompts>(new Map())
  const places = computed(() => placesOf(selection.rows.value))
  const of = (row: LayerRow, prompt = first()) => prompts.value.get(cell(places.value.get(row.key) ?? '', prompt)) ?? ''

  function setAll(texts: Iterable<{ row: LayerRow; prompt: string; text: string }>) {
    const all = new Map(prompts.peek())
    for (const { row, prompt, text } of texts) {
      const place = places.peek().get(row.key)
      if (place === undefined) continue
      if (text === '') all.delete(cell(place, prompt))
      else all.set(cell(place, prompt), text)
    }
    prompts.value = all
  }

  return {
    all: prompts as ReadonlySignal<OwnPrompts>,
    /** As it was typed; empty where the shared one counts. */
    of,
    has: (row: LayerRow, prompt?: string) => of(row, prompt).trim() !== '',
    set: (row: LayerRow, text: string, prompt = first()) => setAll([{ row, prompt, text }]),
    /** Many at once. Answers what makes them as they were, but for those that were changed since. */
    take(texts: Iterable<{ row: LayerRow; prompt: string; text: string }>): () => void {
      const before = prompts.peek()
      setAll(texts)
      const taken = prompts.peek()
      return () => {
        const all = new Map(prompts.peek())
        for (const [name, text] of taken) {
          const was = before.get(name)
          if (was === text || all.get(name) !== text) continue
          if (was === undefined) all.delete(name)
          else all.set(name, was)
        }
        prompts.value = all
      }
    },
    /** Whether any row has its own in place of this prompt. */
    holds: (prompt: string) => [...prompts.peek().keys()].some((name) => name.endsWith(cell('', prompt))),
    /** Rows have the same words of their own for another prompt. */
    copy(from: string, to: string) {
      const copied = [...prompts.value].flatMap(([name, text]): [string, string][] =>
        name.endsWith(cell('', from)) ? [[name.slice(0, name.length - from.length) + to, text]] : [],
      )
      if (copied.length > 0) prompts.value = new Map([...prompts.value, ...copied])
    },
  }
}

const cell = (place: string, prompt: string) => `${place}\n${prompt}`

/** By key, the layer and which of its pictures: the key itself changes with the picture. */
export function placesOf(rows: readonly LayerRow[]): Map<string, string> {
  const counts = new Map<string, number>()
  return new Map(
    rows.map((row) => {
      if (holdsImages(row)) return [row.key, `${row.id} whole`]
      const count = counts.get(row.id) ?? 0
      counts.set(row.id, count + 1)
      return [row.key, placeOf(row.id, count)]
    }),
  )
}

/** Of the one of a layer's pictures that has so many before it. */
export const placeOf = (layer: string, count: number) => `${layer} ${count}`
