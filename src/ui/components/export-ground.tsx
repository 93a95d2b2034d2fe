import type { ExportChoiceModel } from '../state/export-choice.ts'
import { T } from '../texts.ts'
import css from './export.module.css'
import { Field } from './field.tsx'

/** What a JPG shows where its layer is clear, picked or written. */
export function ExportGround({ choice }: { choice: ExportChoiceModel }) {
  const isWrong = choice.isGroundWrong.value
  return (
    <Field label={T.ground} note={isWrong && T.groundWrong} wrong={isWrong}>
      {(control) => (
        <div class={css.ground}>
          <input
            type="color"
            class={css.swatch}
            aria-label={T.groundPick}
            value={choice.all.value.ground}
            onInput={({ currentTarget }) => {
              choice.typeGround(currentTarget.value)
              choice.settleGround()
            }}
          />
          <input
            {...control}
            type="text"
            value={choice.ground.value}
            autocomplete="off"
            spellcheck={false}
            onInput={({ currentTarget }) => choice.typeGround(currentTarget.value)}
            onBlur={choice.settleGround}
          />
        </div>
      )}
    </Field>
  )
}
