import type { ChoiceModel } from '../state/choice.ts'
import { toggled } from '../state/filter.ts'
import { leftOutText, onlyOnePicture } from '../texts/selection.ts'
import { T } from '../texts.ts'
import { Button } from './button.tsx'
import { NumberField } from './number-field.tsx'
import { PropertyFilter } from './property-filter.tsx'
import css from './selection-list.module.css'
import { TextField } from './text-field.tsx'

/** Which of the images inside the selected layers are listed and run. */
export function SelectionFilter({
  choice,
}: {
  choice: Pick<ChoiceModel, 'filter' | 'facets' | 'leftOut' | 'setFilter'>
}) {
  const { name, least, only, values } = choice.filter.value
  const { setFilter } = choice
  const leftOut = choice.leftOut.value
  return (
    <>
      <div class={css.filter}>
        <TextField label={T.filterName} value={name} onChange={(name) => setFilter({ name })} />
        <NumberField
          label={T.filterLeast}
          value={least}
          least={0}
          most={4096}
          onChange={(least) => setFilter({ least })}
        />
      </div>
      {choice.facets.value.map((facet) => (
        <PropertyFilter
          key={facet.name}
          facet={facet}
          wanted={values.get(facet.name)}
          onToggle={(value) => setFilter({ values: toggled(values, facet.name, value) })}
        />
      ))}
      {only && (
        <div class={css.line}>
          <span>{onlyOnePicture(only.size)}</span>
          <Button size="small" onPress={() => setFilter({ only: undefined })}>
            {T.allPictures}
          </Button>
        </div>
      )}
      <p class={css.left} role="status">
        {leftOut > 0 && leftOutText(leftOut)}
      </p>
    </>
  )
}
