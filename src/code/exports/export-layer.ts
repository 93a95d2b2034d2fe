import type { ExportAs, ExportLayer } from '../../shared/protocol.ts'
import type { Holders } from '../holders.ts'
import { chainOf, isShown } from '../layers.ts'
import { resultsOn } from '../results-on.ts'
import { variantValues } from '../variant-values.ts'
import { faceOf } from './face.ts'

/** What is to be known of a layer to export it. `set`: the component set whose variant it is. */
export function exportLayerOf(layer: SceneNode, holders: Holders, set?: ComponentSetNode): ExportLayer {
  const face = faceOf(layer, holders)
  const { width, height } = face
  const box = sizeOf(face.absoluteBoundingBox) ?? { width, height }
  // Figma: a section has no such bounds.
  const drawn = 'absoluteRenderBounds' in face ? sizeOf(face.absoluteRenderBounds) : box
  return {
    ...{ id: layer.id, name: layer.name, frame: frameOf(layer), drawn: drawn ?? box, box },
    own: ownOf(layer, set),
    ...{ set: set?.name, properties: variantValues(layer) },
    ...resultsFor(holders),
    skipped: isShown(layer) ? (drawn ? undefined : 'empty') : 'hidden',
  }
}

const sizeOf = (box: Rect | null) =>
  box && box.width > 0 && box.height > 0 ? { width: box.width, height: box.height } : undefined

/** A variant without settings of its own is exported as its set is. */
function ownOf({ exportSettings }: SceneNode, set: ComponentSetNode | undefined): ExportAs[] {
  const own = exportSettings.length > 0 ? exportSettings : (set?.exportSettings ?? [])
  return own as unknown as ExportAs[]
}

/** Sections and sets are for people's order, not for what is drawn. */
function frameOf(layer: SceneNode): string | undefined {
  const around = [...chainOf(layer)].slice(1).filter(({ type }) => type !== 'SECTION' && type !== 'COMPONENT_SET')
  return around.pop()?.name
}

/** None of a section, of which there are no copies to show them on. */
function resultsFor(holders: Holders): Pick<ExportLayer, 'results' | 'original'> {
  if (holders.layer.type === 'SECTION') return { results: [], original: true }
  const { results, original } = resultsOn(holders)
  return { results: results.map(({ hash, shown }) => ({ hash, shown })), original }
}
