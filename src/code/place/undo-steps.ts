import type { Task } from '../../shared/channel.ts'
import { exclusively } from '../exclusive.ts'
import { type Holders, holdersOf } from '../holders.ts'
import { findLayer, pageOf } from '../layers.ts'
import { createPace, pause, SLICE } from '../rows/pace.ts'
import { createKnownPairs, type KnownPairs } from './known-pairs.ts'

/**
 * Changes many layers with their covers, each pair once, as one undo step as long as that fits into a slice of Figma's
 * thread, else as several: an undo step is one synchronous stretch, or what the designer does in between would be taken
 * back with it; and a stretch over a thousand layers would be a standstill. Other exclusive work may come between two
 * steps. Throws `cancelled` there; the steps that are done stay. Layers that are gone are passed over; answers how many, and
 * the last of those of which `change` says that it changed them.
 */
export async function inUndoSteps(
  ids: readonly string[],
  task: Task,
  change: (holders: Holders) => Promise<boolean>,
): Promise<{ gone: number; last: string | undefined }> {
  const pairs = createKnownPairs()
  const found = await layersOf(ids, task, pairs)
  const changed = new Set<string>()
  let at = 0
  let gone = 0
  let last: string | undefined

  async function step() {
    task.throwIfCancelled()
    pairs.doubt()
    // What the designer or another plugin did before is closed off first.
    figma.commitUndo()
    const until = Date.now() + SLICE
    try {
      do {
        const layer = found[at++]
        if (!layer || layer.removed) gone++
        else await once(holdersOf(layer, pairs.of))
      } while (at < found.length && Date.now() < until)
    } finally {
      figma.commitUndo()
    }
  }
  async function once(holders: Holders) {
    const { id } = holders.layer
    if (changed.has(id)) return
    changed.add(id)
    if (await change(holders)) last = id
  }

  while (at < found.length) {
    await exclusively(step)
    task.report({ done: at, total: found.length })
    if (at < found.length) await pause()
  }
  return { gone, last }
}

/** On pages that are loaded: Figma lets nobody read or change others. */
async function layersOf(ids: readonly string[], task: Task, pairs: KnownPairs): Promise<(SceneNode | undefined)[]> {
  const pace = createPace(() => true)
  const found: (SceneNode | undefined)[] = []
  for (const id of new Set(ids)) {
    await pace()
    task.throwIfCancelled()
    const layer = await findLayer(id)
    if (layer) await pageOf(layer)?.loadAsync()
    if (layer && !layer.removed) await pairs.learn(layer, pace)
    found.push(layer)
  }
  return found
}
