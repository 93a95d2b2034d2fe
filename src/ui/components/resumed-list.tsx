import { useRef } from 'preact/hooks'
import type { ResumedModel } from '../state/resumed.ts'
import { T } from '../texts.ts'
import { ResumedRow, type ResumedVerbs } from './resumed-row.tsx'
import css from './run-list.module.css'
import screen from './screen.module.css'
import { useKeptFocus } from './use-kept-focus.ts'

interface Props extends Pick<ResumedVerbs, 'onShowLayer' | 'onSettings'> {
  resumed: ResumedModel
  /** Where the focus goes with the last row. */
  after: () => HTMLElement | null
}

/** What earlier sessions, and requests of this one that have ended, left to come or to be placed. */
export function ResumedList({ resumed, after, ...others }: Props) {
  const rows = resumed.rows.value
  const place = useRef<HTMLDivElement>(null)
  useKeptFocus(place, ({ position }) => {
    const left = [...(place.current?.querySelectorAll<HTMLElement>('[aria-posinset]') ?? [])]
    return left.find((item) => item.getAttribute('aria-posinset') === position) ?? left.at(-1) ?? after()
  })
  return (
    <div ref={place} id={ID} class={screen.group} tabIndex={-1}>
      {rows.length > 0 && (
        <section class={css.arrived}>
          <h2>{T.resumed}</h2>
          <ul class={css.list} aria-label={T.resumed}>
            {rows.map((row, index) => (
              <ResumedRow
                key={row.id}
                row={row}
                position={index + 1}
                of={rows.length}
                onAgain={resumed.again}
                onPlace={resumed.place}
                onSaved={resumed.markSaved}
                onDismiss={resumed.dismiss}
                {...others}
              />
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

/** Brings it up from below the form, and the focus with it. */
export function showKept() {
  const list = document.getElementById(ID)
  list?.scrollIntoView()
  list?.focus({ preventScroll: true })
}

const ID = 'kept'
