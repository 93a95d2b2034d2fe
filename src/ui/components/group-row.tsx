import type { RowVariant } from '../../shared/protocol.ts'
import type { TickCount } from '../state/choice.ts'
import type { Contrast } from '../state/variant-properties.ts'
import { imagesOf, variantText } from '../texts/selection.ts'
import css from './selection-list.module.css'
import { TallyBox } from './tally-box.tsx'
import { useUniqueId } from './use-unique-id.ts'
import { VariantName } from './variant-name.tsx'

interface Props {
  variant: RowVariant
  contrast: Contrast
  tally: TickCount
  onTick: (on: boolean) => void
}

/** The heading above the images of one variant, and one box for all of them. */
export function GroupRow({ variant, contrast, tally, onTick }: Props) {
  const id = useUniqueId()
  const name = variantText(variant, contrast)
  return (
    <label class={css.group} for={id}>
      <TallyBox id={id} label={imagesOf(name)} tally={tally} onTick={onTick} />
      <b class={css.name} data-whole>
        <VariantName variant={variant} contrast={contrast} />
      </b>
    </label>
  )
}
