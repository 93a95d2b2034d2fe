import type { RowVariant } from '../../shared/protocol.ts'
import type { Contrast } from '../state/variant-properties.ts'
import { SEPARATOR } from '../texts/phrases.ts'
import { variantParts } from '../texts/selection.ts'
import css from './layer-name.module.css'

/** Which variant it is; what the others that are listed have as well is quiet. */
export function VariantName({ variant, contrast }: { variant: RowVariant; contrast: Contrast }) {
  return (
    <>
      {variantParts(variant, contrast).map(({ text, isCommon }, index) => (
        <span key={text} class={isCommon ? css.where : undefined}>
          {index > 0 && SEPARATOR}
          {text}
        </span>
      ))}
    </>
  )
}
