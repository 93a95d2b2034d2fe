import type { Filter } from '../state/filter.ts'
import { leftOutText, onlyOnePicture, T } from '../texts.ts'
import { Button } from './button.tsx'
import { NumberField, TextField } from './field.tsx'
import css from './selection-list.module.css'

interface Props {
  filter: Filter
  /** How many images it leaves out. */
  leftOut: number
  onChange: (part: Partial<Filter>) => void
}

/** Which of the images inside the selected layers are listed and run. */
export function SelectionFilter({ filter: { name, least, only }, leftOut, onChange }: Props) {
  return (
    <>
      <div class={css.filter}>
        <TextField label={T.filterName} value={name} onChange={(name) => onChange({ name })} />
        <NumberField
          label={T.filterLeast}
          value={least}
          least={0}
          most={4096}
          onChange={(least) => onChange({ least })}
        />
      </div>
      {only && (
        <div class={css.line}>
          <span>{onlyOnePicture(only.size)}</span>
          <Button size="small" onPress={() => onChange({ only: undefined })}>
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
