import { sizeOf } from '../../../build/sizes.mjs'
import type { Stage } from '../stage.ts'

/** Bytes, gzipped. */
export interface Bundle {
  ui: number
  code: number
}

/** Of the plugin that is measured. */
export async function measureBundle({ url }: Stage): Promise<Bundle> {
  const response = await fetch(new URL('plugin.json', url))
  const { code, html } = (await response.json()) as { code: string; html: string }
  return { ui: sizeOf(html).gzip, code: sizeOf(code).gzip }
}
