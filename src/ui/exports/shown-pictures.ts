import type { ExportFile, ExportLayer } from '../../shared/protocol.ts'
import type { ExportChoice } from './choice.ts'

/** One of the pictures of a layer. */
export interface ShownPicture {
  /** Its number among the results, oldest first, or `original`; empty where the layer has but one picture to export. */
  result: string
  shows?: ExportFile['shows']
}

/** What a layer shows in its files. What shows now is not asked for by name, so that nothing has to be written for it. */
export function shownPictures(layer: ExportLayer, pictures: ExportChoice['pictures']): ShownPicture[] {
  const results = new Map<string, boolean>()
  for (const { hash, shown } of layer.results) results.set(hash, shown || results.get(hash) === true)
  if (pictures === 'shown' || results.size === 0) return [{ result: '' }]
  /** Where several lie over each other, none of them alone is what shows. */
  const showing = [layer.original, ...results.values()].filter(Boolean).length
  const all = [...results].map(([hash, shown], index) => ({ result: `${index + 1}`, shown, shows: { result: hash } }))
  return [...all, { result: 'original', shown: layer.original, shows: 'original' as const }].map(
    ({ result, shown, shows }) => (shown && showing === 1 ? { result } : { result, shows }),
  )
}
