import type { Size } from '../../../src/shared/picture.ts'
import { createCodec } from '../../../src/ui/image/codec.ts'

/** ms from a JPEG's bytes, given in base64, to those of it at another size, in the panel's worker; and what came. */
export async function timeResample(base64: string, source: Size, size: Size): Promise<{ ms: number; type: string }> {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
  const startedAt = performance.now()
  const { type, width, height } = await codec.resample({ bytes, type: 'image/jpeg', ...source }, { size })
  const ms = performance.now() - startedAt
  if (width !== size.width || height !== size.height) throw new Error(`It became ${width} × ${height} px.`)
  return { ms, type }
}

const codec = createCodec()
