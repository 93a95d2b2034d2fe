import type { VariantsModel } from '../state/variants.ts'
import {
  comingNotes,
  comingText,
  fillsLabel,
  leftOfVariantsText,
  makeComponentNote,
  makeComponentText,
  USUAL_PROPERTY,
} from '../texts/new-variants.ts'
import { T } from '../texts.ts'
import { CheckField } from './check-field.tsx'
import options from './options.module.css'
import css from './screen.module.css'
import { SelectField } from './select-field.tsx'
import { TextField } from './text-field.tsx'
import { useUniqueId } from './use-unique-id.ts'

/** What will come where new variants are the place, and what has to be known first; nothing where they are not. */
export function VariantFields({ variants }: { variants: VariantsModel }) {
  const id = useUniqueId()
  if (!variants.isOn.value) return null
  const { property, name } = variants.all.value
  const coming = variants.coming.value
  const usualName = variants.usualName.value
  const toMake = variants.toMake.value
  const asking = coming.filter(({ properties }) => properties.length > 1)
  return (
    <section class={css.section} aria-labelledby={id}>
      <h2 id={id}>{T.newVariants}</h2>
      <div class={options.stack} role="status">
        {coming.map((one) => (
          <div key={one.id}>
            <p>{comingText(one)}</p>
            {comingNotes(one) && <p class={css.text}>{comingNotes(one)}</p>}
          </div>
        ))}
        {coming.length === 0 && <p class={css.text}>{variants.unknown.value > 0 ? T.variantLooking : T.noneVariant}</p>}
        {coming.length > 0 && variants.left.value > 0 && (
          <p class={css.text}>{leftOfVariantsText(variants.left.value)}</p>
        )}
      </div>
      {coming.length > 0 && (
        <div class={options.grid}>
          {asking.map(({ id, name, property, properties }) => (
            <SelectField
              key={id}
              label={fillsLabel(asking.length > 1 ? name : undefined)}
              value={property}
              choices={properties.map((value) => ({ value, label: value }))}
              onChange={(property) => variants.fill(id, property)}
            />
          ))}
          {coming.some(({ isSet }) => !isSet) && (
            <TextField
              label={T.variantProperty}
              value={property}
              placeholder={USUAL_PROPERTY}
              onChange={(property) => variants.change({ property })}
            />
          )}
          {usualName !== undefined && (
            <TextField
              label={T.variantName}
              value={name}
              placeholder={usualName}
              onChange={(name) => variants.change({ name })}
            />
          )}
          {toMake.length > 0 && (
            <div class={options.wide}>
              <CheckField
                label={makeComponentText(toMake)}
                note={makeComponentNote(toMake.length)}
                checked={variants.agreed.value}
                onChange={variants.agree}
              />
            </div>
          )}
        </div>
      )}
    </section>
  )
}
