import { computed, signal } from '@preact/signals'
import type { LayerRow } from '../../shared/protocol.ts'
import { propertyText } from '../texts/selection.ts'
import type { ChoiceModel } from './choice.ts'
import { propertiesIn, valueOn } from './variant-properties.ts'

export type ValuePromptsModel = ReturnType<typeof createValuePrompts>

/**
 * Prompts that count for all rows of one value of a variant property, in place of the one that all share. They are kept
 * until the panel is closed, by property and value, whatever is selected meanwhile.
 */
export function createValuePrompts(choice: Pick<ChoiceModel, 'chosen'>) {
  const wanted = signal('')
  const prompts = signal<ReadonlyMap<string, string>>(new Map())
  const properties = computed(() => propertiesIn(choice.chosen.value))
  const property = computed(() => (properties.value.has(wanted.value) ? wanted.value : ''))
  const promptFor = (value: string) => prompts.value.get(placeOf(property.value, value)) ?? ''

  return {
    /** Those of the chosen rows. */
    properties: computed(() => [...properties.value.keys()]),
    /** The one with a prompt for each of its values; empty where all rows share one prompt. */
    property,
    /** Its values among the chosen rows, and how many of these each has. */
    values: computed(() =>
      [...(properties.value.get(property.value) ?? [])].map(([value, rows]) => ({
        ...{ value, rows, prompt: promptFor(value) },
        box: propertyText(property.value, value),
      })),
    ),
    /** How many chosen rows have no such property. */
    without: computed(() => choice.chosen.value.filter((row) => valueOn(row, property.value) === undefined).length),
    /** What counts for the row, as it was typed, and what its box is called; undefined where that is the shared prompt. */
    of(row: Pick<LayerRow, 'variant'>): { prompt: string; box: string } | undefined {
      const value = property.value === '' ? undefined : valueOn(row, property.value)
      const prompt = value === undefined ? '' : promptFor(value)
      return value === undefined || prompt.trim() === ''
        ? undefined
        : { prompt, box: propertyText(property.value, value) }
    },
    choose(property: string) {
      wanted.value = property
    },
    set(value: string, prompt: string) {
      prompts.value = new Map(prompts.value).set(placeOf(property.peek(), value), prompt)
    },
  }
}

const placeOf = (property: string, value: string) => JSON.stringify([property, value])
