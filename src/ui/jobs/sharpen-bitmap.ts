import type { Size } from '../../shared/picture.ts'
import type { AuditedBitmap, LayerRow, Source, Use } from '../../shared/protocol.ts'
import { isLocal } from '../providers/local-model.ts'
import type { Upscaler } from './plan.ts'
import { type Sharpening, sharpeningOf } from './sharpening.ts'
import { type Judged, judge, type Target } from './verdict.ts'

/** How far a model brings an audited bitmap, so that its largest use is sharp. Uses that cannot be changed do not count. */
export function bitmapSharpening({ bitmap }: Judged, target: Target, { model, can }: Upscaler): Sharpening {
  const uses = bitmap.uses.filter(({ skipped }) => !skipped)
  const { needed, factor } = judge({ ...bitmap, uses }, target)
  const source = sourceOf(bitmap)
  if (!source) return { why: 'original' }
  // The same arithmetic gives the same picture once more.
  if (isLocal({ model }) && bitmap.resampledFrom && bitmap.width >= needed.width) return { why: 'done' }
  return sharpeningOf(source, factor, can)
}

/**
 * The layers that show it and can be changed, as a selection would list them with what is made larger: those of components
 * before those of instances, which then follow them.
 */
export function rowsShowing(bitmap: AuditedBitmap): (LayerRow & { source: Source })[] {
  const source = sourceOf(bitmap)
  if (!source) return []
  const { hash, width, height } = source
  return bitmap.uses
    .filter(({ skipped }) => !skipped)
    .sort((one, other) => overridesIn(one) - overridesIn(other))
    .map(({ id, name, at, notes, where }) => ({
      ...{ key: `${id} ${hash}`, id, name, at, notes, width, height, results: 0 },
      source: { kind: 'image', hash },
      ...(where !== undefined && { where }),
    }))
}

const overridesIn = ({ notes }: Use) => notes.filter(({ kind }) => kind === 'override').length

/** What is made larger: of what was merely resampled its original, as long as that is there. */
function sourceOf({ resampledFrom, ...bitmap }: AuditedBitmap): (Size & { hash: string }) | undefined {
  if (!resampledFrom) return bitmap
  const { hash, ...size } = resampledFrom
  return hash === undefined ? undefined : { ...size, hash }
}
