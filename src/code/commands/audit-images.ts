import type { Task } from '../../shared/channel.ts'
import type { Audit, ExportedRoot } from '../../shared/protocol.ts'
import type { Written } from '../../shared/written.ts'
import { createAudit } from '../audit/create-audit.ts'
import { layersIn } from '../audit/layers-in.ts'
import { exportedPlaces, openPlace } from '../audit/places.ts'
import { writeAudit } from '../audit/write-audit.ts'
import { undisturbed } from '../exclusive.ts'
import { createPace } from '../rows/pace.ts'

interface Wanted {
  of: 'selection' | 'page' | readonly ExportedRoot[]
}

/**
 * How large the images of what is selected, of the open page, or of what is to be exported are and are shown. Throws
 * `cancelled` between two layers.
 */
export const auditImages = (wanted: Wanted, task: Task): Promise<Written<Audit>> =>
  undisturbed(() => audited(wanted, task))

async function audited({ of }: Wanted, task: Task): Promise<Written<Audit>> {
  const pace = createPace(() => {
    task.throwIfCancelled()
    return true
  })
  const places = typeof of === 'string' ? [await openPlace(of)] : await exportedPlaces(of)
  const audit = await createAudit(places, { pace, exported: typeof of === 'string' ? undefined : of })
  const parts: { page: PageNode; layers: SceneNode[] }[] = []
  for (const { page, roots } of places) parts.push({ page, layers: await layersIn(roots, pace) })
  const total = parts.reduce((sum, { layers }) => sum + layers.length, 0)
  let done = 0
  for (const { page, layers } of parts) {
    for (const layer of layers) {
      if (done % REPORTED === 0) task.report({ done, total })
      done++
      await pace()
      if (!layer.removed) audit.look(layer, page)
    }
  }
  return writeAudit(await audit.judge(), pace)
}

/** Layers from one report to the next. */
const REPORTED = 50
