import type { LayerRow, Note } from '../../shared/protocol.ts'
import { isSeeThrough } from '../looks.ts'
import type { Facts } from './facts.ts'
import type { Surroundings } from './surroundings.ts'

/** What changes for others, or goes, when the layer is edited where it is. */
export function notesOn(
  layer: SceneNode,
  source: LayerRow['source'],
  { component, inInstance }: Surroundings,
  facts: Facts,
): () => Promise<Note[]> {
  const place = source.kind === 'appearance' ? source.place : undefined
  if (source.kind === 'skipped') return none
  const repaints = source.kind === 'image' || place === 'stack'
  const style =
    'fillStyleId' in layer && (repaints || (place === 'above' && isSeeThrough(layer))) ? layer.fillStyleId : ''
  const isOverride = repaints && (inInstance || layer.type === 'INSTANCE')
  // The variants of a set tell for themselves, and what is laid beside changes no component.
  const followed = place === 'beside' ? undefined : component
  const asked = [
    followed ? facts.instancesOf(followed) : undefined,
    typeof style === 'string' && style !== '' ? facts.nameOfStyle(style) : undefined,
  ] as const
  // Of most layers there is nothing to note, and what each of thousands keeps makes the collector of garbage slow.
  if (!asked[0] && !asked[1] && !isOverride) return none
  return async () => {
    const [count, name] = [await asked[0], await asked[1]]
    return [
      ...(followed && count ? [{ kind: 'instances', component: followed.id, count } as const] : []),
      ...(name !== undefined ? [{ kind: 'style', name } as const] : []),
      ...(isOverride ? [{ kind: 'override' } as const] : []),
    ]
  }
}

const none = async (): Promise<Note[]> => []
