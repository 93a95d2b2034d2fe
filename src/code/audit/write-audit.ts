import type { Audit } from '../../shared/protocol.ts'
import { Written } from '../../shared/written.ts'
import type { Pace } from '../rows/pace.ts'

/** The audit as it crosses to the panel: one text, written use by use, for many thousand of them take too long in one go. */
export async function writeAudit({ bitmaps, ...counts }: Audit, pace: Pace): Promise<Written<Audit>> {
  const texts: string[] = []
  for (const { uses, ...bitmap } of bitmaps) {
    const written: string[] = []
    for (const use of uses) {
      await pace()
      written.push(JSON.stringify(use))
    }
    texts.push(`${JSON.stringify(bitmap).slice(0, -1)},"uses":[${written.join()}]}`)
  }
  return new Written(`{"bitmaps":[${texts.join()}]}`, counts)
}
