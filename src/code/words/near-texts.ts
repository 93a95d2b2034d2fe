import { tokenOf } from '../../shared/token.ts'
import type { Parent } from '../layers.ts'
import type { Pace } from '../rows/pace.ts'

/**
 * Finds the text layers of these names, given as tokens, that are nearest to layers: in a layer itself, where it holds
 * others; among its siblings; then going outwards, what lies nearest below each layer around it, as far as the component,
 * or else the outermost frame. What several layers have of their own, as the cards of a shop have titles, is nobody else's.
 *
 * Hidden ones count: a designer who wants words for the prompt and not in the design keeps them so.
 */
export function createNearTexts(wanted: readonly string[], pace: Pace) {
  const tokens = new Set(wanted)
  const known = new Map<string, ReadonlyMap<string, string>>()

  /** By token, what is nearest below this layer or page. */
  async function textsIn(holder: Parent): Promise<ReadonlyMap<string, string>> {
    const { id } = holder
    const there = known.get(id)
    if (there) return there
    const nearest = new Map<string, Near>()
    for (const text of isOpen(holder) ? holder.children : textsBelow(holder)) {
      await pace()
      if (text.removed || !isText(text)) continue
      const token = tokenOf(text.name)
      if (!tokens.has(token)) continue
      const [depth, parent] = [depthIn(text, id), text.parent?.id]
      const best = nearest.get(token)
      if (!best || depth < best.depth) nearest.set(token, { text, depth, parent, isShared: false })
      else if (depth === best.depth) best.isShared ||= parent !== best.parent
    }
    const texts = new Map<string, string>()
    for (const [token, { text, isShared }] of nearest) if (!isShared && !text.removed) texts.set(token, text.characters)
    known.set(id, texts)
    return texts
  }

  /** The characters by token; none where there is no such text. After it the layer may be gone. */
  return async function textsNear(layer: SceneNode): Promise<Record<string, string>> {
    const found: Record<string, string> = {}
    const missing = new Set(tokens)
    for (const holder of missing.size > 0 ? [...holdersAround(layer)] : []) {
      if (holder.removed) break
      const texts = await textsIn(holder)
      for (const token of missing) {
        const characters = texts.get(token)
        if (characters === undefined) continue
        found[token] = characters
        missing.delete(token)
      }
      if (missing.size === 0) break
    }
    return found
  }
}

interface Near {
  text: TextNode
  /** 1 of what lies in the holder itself. */
  depth: number
  /** The id of what it lies in. */
  parent: string | undefined
  /** Whether one is as near in another layer. */
  isShared: boolean
}

/** Where texts are looked for, nearest first. */
function* holdersAround(layer: SceneNode): Generator<Parent> {
  let up = 0
  for (let at: BaseNode | null = layer; at && at.type !== 'COMPONENT_SET'; at = at.parent) {
    // What lies on a page or in a section is near to its siblings only.
    if (isOpen(at) && up > 1) return
    if ('children' in at && at.type !== 'DOCUMENT') yield at
    if (at.type === 'COMPONENT') return
    up++
  }
}

/** Holds what has nothing to do with each other. */
const isOpen = ({ type }: BaseNode) => type === 'PAGE' || type === 'SECTION'

const isText = (layer: BaseNode): layer is TextNode => layer.type === 'TEXT'

/** Figma: many times faster than going from children to children. */
const textsBelow = (holder: Parent): TextNode[] => holder.findAllWithCriteria({ types: ['TEXT'] })

function depthIn(text: TextNode, holder: string): number {
  let depth = 1
  for (let at = text.parent; at && at.id !== holder; at = at.parent) depth++
  return depth
}
