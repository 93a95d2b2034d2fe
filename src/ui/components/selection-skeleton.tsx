import css from './selection-list.module.css'

/** The place of the rows, until it is known which. As high as the list that takes long to read, where nobody knows how many. */
export function SelectionSkeleton({ rows = ROWS }: { rows?: number | undefined }) {
  return (
    <div class={css.list} aria-hidden="true">
      {Array.from({ length: Math.min(rows, ROWS) }, (_, index) => (
        <div key={index} class={css.what}>
          <span class={css.thumb} />
          <span class={css.bones} />
        </div>
      ))}
    </div>
  )
}

const ROWS = 7
