import { M, noPresetText } from '../../shared/texts/menu.ts'
import { BUILT_IN_PRESETS } from '../../shared/texts/preset-names.ts'
import { readPresets } from '../commands/read-presets.ts'
import { readPrompts } from '../commands/read-prompts.ts'
import { shortened } from '../shortened.ts'

interface Suggestion {
  name: string
  data: string
}

/**
 * What the quick-actions bar suggests for *Edit selection…*: the prompts that were run last, and presets, own ones first.
 * Figma: nothing can be written or shown meanwhile.
 */
export function suggestInBar(): void {
  figma.parameters.on('input', async ({ key, query, result }) => {
    if (figma.currentPage.selection.length === 0) return result.setError(M.nothingSelected)
    const text = query.trim()
    if (key === 'prompt') return result.setSuggestions(await promptsFor(text))
    const presets = await presetsFor(text)
    if (presets.length > 0) result.setSuggestions(presets)
    else result.setError(noPresetText(shortened(text, MOST_SHOWN)))
  })
}

/**
 * What was typed comes first, so that any prompt can be given; with `allowFreeform` Figma would take the first suggestion
 * in its place, or go on without having asked.
 */
async function promptsFor(text: string): Promise<Suggestion[]> {
  const stored = await readPrompts().catch(() => undefined)
  const before = promptsIn(stored).filter((prompt) => prompt !== text && includes(prompt, text))
  return [...(text === '' ? [] : [text]), ...before.slice(0, MOST)].map((prompt) => ({
    name: shortened(prompt, MOST_SHOWN),
    data: prompt,
  }))
}

async function presetsFor(text: string): Promise<Suggestion[]> {
  const stored = await readPresets().catch(() => ({}))
  const own = Object.entries(stored).flatMap(([id, preset]) => {
    const name = nameOf(preset)
    return name === undefined ? [] : { name, data: id }
  })
  own.sort((one, other) => (one.name.toLowerCase() < other.name.toLowerCase() ? -1 : 1))
  const builtIn = Object.entries(BUILT_IN_PRESETS).map(([key, name]) => ({ name, data: key }))
  return [...own, ...builtIn].filter(({ name }) => includes(name, text))
}

const includes = (text: string, part: string) => text.toLowerCase().includes(part.toLowerCase())

/** As the panel stores them; whatever reads otherwise is left out. */
function promptsIn(stored: unknown): string[] {
  if (!isRecord(stored) || stored.version !== 1 || !Array.isArray(stored.prompts)) return []
  return stored.prompts.filter((prompt) => typeof prompt === 'string')
}

const nameOf = (stored: unknown): string | undefined =>
  isRecord(stored) && stored.version === 1 && typeof stored.name === 'string' ? stored.name : undefined

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** Prompts that are suggested, and characters that are shown of one. */
const MOST = 8
const MOST_SHOWN = 90
