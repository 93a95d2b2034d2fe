import css from './selection-list.module.css'

/** The place of the rows, until it is known which. As high as the list that takes long to read. */
export function SelectionSkeleton() {
  return (
    <div class={css.list} aria-hidden="true">
      {Array.from({ length: ROWS }, (_, index) => (
        <div key={index} class={css.what}>
          <span class={css.thumb} />
          <span class={css.bones} />
        </div>
      ))}
    </div>
  )
}

const ROWS = 7
