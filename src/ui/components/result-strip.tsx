import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { LayerResult, LayerResults, Made } from '../../shared/protocol.ts'
import { backToStyle, backToStyleAsks, keepOnlyAsks, madeText, resultName, resultsOf, T } from '../texts.ts'
import { Button } from './button.tsx'
import { ConfirmButton } from './confirm-button.tsx'
import { moveFocus } from './move-focus.ts'
import css from './result-strip.module.css'

export interface ResultVerbs {
  onShow: (result: LayerResult) => void
  onKeepOnly: (result: LayerResult) => void
  onUse: (made: Made) => void
  onBackToStyle: () => void
  /** Where the model takes more pictures than one. */
  onRefer?: ((result: LayerResult) => void) | undefined
}

interface Props extends ResultVerbs {
  /** The layer's name. */
  name: string
  /** Undefined until they are read. */
  found: LayerResults | undefined
  urlOf: (result: LayerResult) => string | undefined
  onWant: (result: LayerResult) => void
  /** More to press about the layer. */
  children?: ComponentChildren
}

/** All results on a layer as thumbnails, the one that shows marked, and what may be done about that one. */
export function ResultStrip({ name, found, urlOf, onWant, children, ...verbs }: Props) {
  const list = useRef<HTMLDivElement>(null)
  if (!found) return <div class={css.list} />
  const { results, original, style } = found
  if (results.length === 0) return <p class={css.detail}>{T.noResults}</p>
  // Where several images of a layer were edited, each shows a result; the topmost speaks for them.
  const shown = results.filter((result) => result.shown).at(-1)
  // Those that show beside it, for other images of the layer, stay.
  const hidden = results.filter((result) => !result.shown).length
  return (
    <div class={css.strip}>
      <div ref={list} role="listbox" class={css.list} aria-label={resultsOf(name)} tabIndex={-1} onKeyDown={moveFocus}>
        {results.map((result, index) => (
          <Thumbnail
            key={`${result.on} ${result.hash}`}
            result={result}
            label={resultName(result.made, { place: index + 1, of: results.length, shown: result.shown })}
            isStop={result === (shown ?? results[0])}
            url={urlOf(result)}
            onWant={onWant}
            onShow={verbs.onShow}
          />
        ))}
      </div>
      <p class={css.detail} role="status">
        {shown ? madeText(shown.made) : original && T.originalShown}
      </p>
      <div class={css.actions}>
        {/* What was upscaled has no settings of the form. */}
        {shown && (shown.made.prompt !== '' || shown.made.model === '') && (
          <Button size="small" onPress={() => verbs.onUse(shown.made)}>
            {T.useSettings}
          </Button>
        )}
        {shown && verbs.onRefer && (
          <Button size="small" onPress={() => verbs.onRefer?.(shown)}>
            {T.useAsReference}
          </Button>
        )}
        {shown && hidden > 0 && (
          <ConfirmButton
            label={T.keepOnly}
            question={keepOnlyAsks(hidden)}
            answer={T.remove}
            onConfirm={() => {
              list.current?.querySelector<HTMLElement>('[aria-selected=true]')?.focus()
              verbs.onKeepOnly(shown)
            }}
          />
        )}
        {style && (
          <ConfirmButton
            label={backToStyle(style.name)}
            question={style.drops > 0 ? backToStyleAsks(style.drops) : undefined}
            answer={backToStyle(style.name)}
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

/** What stays when the results go: the list of what is selected, or the button in a run that opened them. */
const stayOf = (strip: HTMLElement | null) =>
  strip?.closest<HTMLElement>('ul[tabindex]') ??
  strip?.closest('li')?.querySelector<HTMLElement>('[aria-expanded=true]')

interface ThumbnailProps extends Pick<Props, 'onWant' | 'onShow'> {
  result: LayerResult
  label: string
  /** Whether the Tab key stops here. */
  isStop: boolean
  url: string | undefined
}

function Thumbnail({ result, label, isStop, url, onWant, onShow }: ThumbnailProps) {
  useEffect(() => {
    if (!url) onWant(result)
  }, [result, url])
  return (
    <button
      type="button"
      role="option"
      class={css.thumb}
      aria-selected={result.shown}
      aria-label={label}
      title={result.made.prompt || undefined}
      tabIndex={isStop ? 0 : -1}
      onClick={() => !result.shown && onShow(result)}
    >
      {url && <img src={url} alt="" />}
    </button>
  )
}
