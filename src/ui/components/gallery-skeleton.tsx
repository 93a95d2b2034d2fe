import css from './gallery.module.css'
import parts from './selection-list.module.css'

/** The place of a result and of what is said about it, until the results are read. */
export function GallerySkeleton() {
  return (
    <>
      <div class={css.view} aria-hidden="true" />
      <div class={`${parts.bones} ${css.bones}`} aria-hidden="true" />
    </>
  )
}
