import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import * as z from 'zod'
import { exportSettings } from '../../../values/export-settings.ts'
import { validated } from '../../../values/validated.ts'
import { exportNode } from '../../export-node.ts'
import { change, type NodeFace, recordOf } from '../node-face.ts'
import type { Class } from './class.ts'

/** ExportMixin: of layers and pages. */
export function withExport<Base extends Class<NodeFace>>(base: Base) {
  abstract class WithExport extends base {
    get exportSettings(): ReadonlyArray<F.ExportSettings> {
      return recordOf(this).exportSettings
    }
    set exportSettings(value: unknown) {
      change(this, { exportSettings: validated(z.array(exportSettings), value, 'exportSettings') })
    }

    // The typings' overloads differ by format.
    async exportAsync(settings?: unknown): Promise<never> {
      return (await exportNode(this, settings)) as never
    }
  }
  return WithExport
}
