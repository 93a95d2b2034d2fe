import { computed, type ReadonlySignal } from '@preact/signals'
import type { Size } from '../../shared/picture.ts'
import { withinLimit } from '../image/fit.ts'
import { LEAST_GAIN } from '../jobs/enlargings.ts'
import { partOf } from '../jobs/part.ts'
import type { Upscaler } from '../jobs/plan.ts'
import { askedFor, comingSize } from '../jobs/sizing.ts'
import { keepingOf } from '../jobs/upscale-job.ts'
import type { Can } from '../providers/provider.ts'
import type { FormModel } from './form.ts'
import type { RegionsModel } from './regions.ts'
import type { EditableRow } from './selection.ts'
import type { Upscalers } from './upscalers.ts'

export interface ResultSizesServices {
  chosen: ReadonlySignal<readonly EditableRow[]>
  form: Pick<FormModel, 'all'>
  can: ReadonlySignal<Can>
  upscalers: Upscalers
  regions?: Pick<RegionsModel, 'partsOf'> | undefined
}

/** How large the results of an edit would be, and what may make them as large as the images that they are made of. */
export function createResultSizes({ chosen, form, can, upscalers, regions }: ResultSizesServices) {
  const keep = computed((): Upscaler | undefined => {
    const model = form.all.value.keep
    const able = upscalers.models.value.includes(model) ? upscalers.canOf(model) : undefined
    return able && { model, can: able }
  })
  const coming = (row: Size) => comingSize(row, askedFor(row, { size: form.all.value.size, can: can.value }).shape)
  /** What is sent of a row's picture: its parts, or all of it. */
  const sentOf = (row: EditableRow): readonly Size[] => {
    const crops = (regions?.partsOf(row) ?? []).flatMap((part) => partOf(row, part, can.value)?.crop ?? [])
    return crops.length > 0 ? crops : [row]
  }
  const shrinks = computed(() =>
    chosen.value.some(
      (row) =>
        row.source.kind === 'image' &&
        sentOf(row).some(({ width, height }) => width / coming({ width, height }).width >= LEAST_GAIN),
    ),
  )

  return {
    /** Who makes results as large again, where that was chosen and can be. */
    keep,
    /** What may keep the resolution of the chosen images, and whether any of that would be lost. */
    keepers: upscalers.models,
    shrinks,
    /** px of the picture that a row would get. */
    resultOf(row: EditableRow): Size {
      // A part is put back into the whole picture.
      if (sentOf(row)[0] !== row) return withinLimit(row)
      const size = coming(row)
      const sharpening = keep.value && keepingOf(row, size, keep.value)
      return sharpening?.size ?? size
    },
  }
}
