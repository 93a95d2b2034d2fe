import type { ComponentChildren } from 'preact'
import { useRef } from 'preact/hooks'
import type { LayerResult, LayerResults, Made } from '../../shared/protocol.ts'
import { backToStyleAsks, backToStyleText, keepFavouritesAsks, keepOnlyAsks, madeText } from '../texts/results.ts'
import { T } from '../texts.ts'
import { Button } from './button.tsx'
import { ConfirmButton } from './confirm-button.tsx'
import { notKept } from './not-kept.ts'
import css from './result-strip.module.css'
import { ResultThumbs, type ThumbLook } from './result-thumbs.tsx'

export interface ResultVerbs {
  onShow: (result: LayerResult) => void
  /** Looks at it large, among the others. */
  onOpen: (result: LayerResult) => void
  onMark: (result: LayerResult) => void
  onKeepOnly: (result: LayerResult) => void
  onKeepFavourites: () => void
  onUse: (made: Made) => void
  onBackToStyle: () => void
  /** Where the model takes more pictures than one. */
  onRefer?: ((result: LayerResult) => void) | undefined
}

interface Props extends ResultVerbs, ThumbLook {
  /** The layer's name. */
  name: string
  /** Undefined until they are read. */
  found: LayerResults | undefined
  /** More to press about the layer. */
  children?: ComponentChildren
}

/** All results on a layer as thumbnails, the one that shows marked, and what may be done about that one. */
export function ResultStrip({ name, found, urlOf, onWant, children, ...verbs }: Props) {
  const list = useRef<HTMLDivElement>(null)
  if (!found) return <Bones />
  const { results, original, style } = found
  if (results.length === 0) return <p class={css.detail}>{T.noResults}</p>
  // Where several images of a layer were edited, each shows a result; the topmost speaks for them.
  const shown = results.filter((result) => result.shown).at(-1)
  // Those that show beside it, for other images of the layer, stay.
  const hidden = results.filter((result) => !result.shown).length
  const others = notKept(results)
  const favourites = results.filter(({ favourite }) => favourite)
  const focusOn = (result: LayerResult | undefined) =>
    list.current?.querySelectorAll<HTMLElement>('[role=option]')[results.indexOf(result!)]?.focus()
  return (
    <div ref={list} class={css.strip}>
      <ResultThumbs
        {...{ name, results, urlOf, onWant }}
        isSelected={(result) => result.shown}
        stop={shown ?? results[0]}
        onPress={(result) => !result.shown && verbs.onShow(result)}
        onMark={verbs.onMark}
      />
      <p class={css.detail} role="status">
        {shown ? madeText(shown.made) : original && T.originalShown}
      </p>
      <div class={css.actions}>
        <Button size="small" name={name} onPress={() => verbs.onOpen(shown ?? results[0]!)}>
          {T.lookCloser}
        </Button>
        {/* What was upscaled has no settings of the form. */}
        {shown && (shown.made.prompt !== '' || shown.made.model === '') && (
          <Button size="small" name={name} onPress={() => verbs.onUse(shown.made)}>
            {T.useSettings}
          </Button>
        )}
        {shown && verbs.onRefer && (
          <Button size="small" name={name} onPress={() => verbs.onRefer?.(shown)}>
            {T.useAsReference}
          </Button>
        )}
        {shown && hidden > 0 && (
          <ConfirmButton
            name={name}
            label={T.keepOnly}
            question={keepOnlyAsks(hidden)}
            answer={T.remove}
            onConfirm={() => {
              focusOn(shown)
              verbs.onKeepOnly(shown)
            }}
          />
        )}
        {others.count > 0 && (
          <ConfirmButton
            name={name}
            label={T.keepFavourites}
            question={keepFavouritesAsks(others.count, others.most)}
            answer={T.remove}
            onConfirm={() => {
              focusOn(favourites.find((one) => one.shown) ?? favourites.at(-1))
              verbs.onKeepFavourites()
            }}
          />
        )}
        {style && (
          <ConfirmButton
            name={name}
            label={backToStyleText(style.name)}
            question={style.drops > 0 ? backToStyleAsks(style.drops) : undefined}
            answer={backToStyleText(style.name)}
            onConfirm={() => {
              stayOf(list.current)?.focus()
              verbs.onBackToStyle()
            }}
          />
        )}
        {children}
      </div>
    </div>
  )
}

/** The place of their thumbnails, until it is known which. */
export function Bones() {
  return (
    <div class={css.list} aria-hidden="true">
      <span class={css.thumb} />
      <span class={css.thumb} />
    </div>
  )
}

/** What stays when the results go: the list of what is selected, or the button in a run that opened them. */
const stayOf = (strip: HTMLElement | null) =>
  strip?.closest<HTMLElement>('ul[tabindex]') ??
  strip?.closest('li')?.querySelector<HTMLElement>('[aria-expanded=true]')
