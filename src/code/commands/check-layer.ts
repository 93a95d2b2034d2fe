import type { CheckLayer, Standing } from '../../shared/protocol.ts'
import { historyOf } from '../history.ts'
import { holdersOf } from '../holders.ts'
import { findLayer, pageOf, readablePaints } from '../layers.ts'
import { hashOf } from '../paint-key.ts'

/**
 * How the layer of an earlier row stands. Other files have layers with the same ids: it is that layer where it holds the
 * image, which no other is likely to; a look has no such mark, so its name and size have to be the same. A duplicate of
 * the file has all of that: only its name is another.
 */
export async function checkLayer({ id, name, source, width, height, request, file }: CheckLayer): Promise<Standing> {
  const page = await findLayer(id).then((found) => found && pageOf(found))
  // Figma: what lies on a page that was not loaded cannot be read.
  await page?.loadAsync()
  const layer = await findLayer(id)
  if (!layer || !page) return 'gone'
  if (request !== undefined && hasResultOf(request, layer)) return 'placed'
  const isSame = (one: number, other: number) => Math.abs(one - other) < TOLERANCE
  const isThere =
    source.kind === 'image'
      ? readablePaints(layer)?.some((paint) => hashOf(paint) === source.hash)
      : layer.name === name && isSame(layer.width, width) && isSame(layer.height, height)
  const isOther = file !== undefined && file !== figma.root.name
  if (isThere) return isOther ? 'copy' : 'here'
  return layer.name === name && !isOther ? 'changed' : 'gone'
}

function hasResultOf(request: string, found: SceneNode): boolean {
  const { layer, cover } = holdersOf(found)
  return [layer, cover].some(
    (holder) => holder && [...historyOf(holder).results.values()].some(({ requestId }) => requestId === request),
  )
}

/** px; Figma counts in 32 bits. */
const TOLERANCE = 0.01
