import type { Task } from '../../shared/channel.ts'
import type { Audit } from '../../shared/protocol.ts'
import type { Written } from '../../shared/written.ts'
import { createAudit } from '../audit/create-audit.ts'
import { layersIn } from '../audit/layers-in.ts'
import { writeAudit } from '../audit/write-audit.ts'
import { createPace } from '../rows/pace.ts'

/** How large the images of what is selected, or of the open page, are and are shown. Throws `cancelled` between two layers. */
export async function auditImages({ of }: { of: 'selection' | 'page' }, task: Task): Promise<Written<Audit>> {
  const page = figma.currentPage
  // Figma: what lies on a page that was not loaded cannot be read.
  await page.loadAsync()
  const pace = createPace(() => {
    task.throwIfCancelled()
    return true
  })
  const audit = await createAudit(page, pace)
  const layers = await layersIn(of === 'page' ? page.children : page.selection, pace)
  for (const [index, layer] of layers.entries()) {
    if (index % REPORTED === 0) task.report({ done: index, total: layers.length })
    await pace()
    if (!layer.removed) audit.look(layer)
  }
  return writeAudit(await audit.judge(), pace)
}

/** Layers from one report to the next. */
const REPORTED = 50
