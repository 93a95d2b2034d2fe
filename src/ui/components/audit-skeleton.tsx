import css from './audit.module.css'
import parts from './selection-list.module.css'

/** The place of what an audit finds, until it is known. */
export function AuditSkeleton() {
  return (
    <>
      <div class={css.head} aria-hidden="true" />
      <div class={css.list} aria-hidden="true">
        {Array.from({ length: ROWS }, (_, index) => (
          <div key={index} class={css.row}>
            <span class={css.box} />
            <span class={parts.thumb} />
            <span class={`${parts.bones} ${css.bones}`} />
          </div>
        ))}
      </div>
    </>
  )
}

const ROWS = 5
