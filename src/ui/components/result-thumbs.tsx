import { useEffect } from 'preact/hooks'
import type { LayerResult } from '../../shared/protocol.ts'
import { resultName, resultsOf } from '../texts/results.ts'
import { moveFocus } from './move-focus.ts'
import css from './result-strip.module.css'

export interface ThumbLook {
  urlOf: (result: LayerResult) => string | undefined
  onWant: (result: LayerResult) => void
}

interface Props extends ThumbLook {
  /** The layer's name. */
  name: string
  results: readonly LayerResult[]
  isSelected: (result: LayerResult) => boolean
  /** The one at which the Tab key stops. */
  stop: LayerResult | undefined
  onPress: (result: LayerResult) => void
  onMark: (result: LayerResult) => void
  onFocus?: (result: LayerResult) => void
}

/** Results as thumbnails in one row that wraps: the arrow keys go from one to the next, F marks a favourite. */
export function ResultThumbs({ name, results, isSelected, stop, ...verbs }: Props) {
  return (
    <div role="listbox" class={css.list} aria-label={resultsOf(name)} tabIndex={-1} onKeyDown={moveFocus}>
      {results.map((result, index) => (
        <Thumbnail
          key={`${result.on} ${result.hash}`}
          result={result}
          label={resultName(result, { place: index + 1, of: results.length })}
          isSelected={isSelected(result)}
          isStop={result === stop}
          url={verbs.urlOf(result)}
          {...verbs}
        />
      ))}
    </div>
  )
}

interface ThumbnailProps extends Pick<Props, 'onWant' | 'onPress' | 'onMark' | 'onFocus'> {
  result: LayerResult
  label: string
  isSelected: boolean
  isStop: boolean
  url: string | undefined
}

function Thumbnail({ result, label, isSelected, isStop, url, onWant, onPress, onMark, onFocus }: ThumbnailProps) {
  useEffect(() => {
    if (!url) onWant(result)
  }, [result, url])
  return (
    <button
      type="button"
      role="option"
      class={css.thumb}
      aria-selected={isSelected}
      aria-label={label}
      aria-keyshortcuts="F"
      title={result.made.prompt || undefined}
      tabIndex={isStop ? 0 : -1}
      onFocus={() => onFocus?.(result)}
      onKeyDown={(event) => {
        if (!isMarkKey(event)) return
        event.preventDefault()
        onMark(result)
      }}
      onClick={() => onPress(result)}
    >
      {url && <img src={url} alt="" />}
      {result.favourite && <Star isOn />}
    </button>
  )
}

/** F alone: with another key it belongs to the browser or to Figma. */
export const isMarkKey = ({ key, repeat, ctrlKey, metaKey, altKey }: KeyboardEvent) =>
  key.toLowerCase() === 'f' && !(repeat || ctrlKey || metaKey || altKey)

export function Star({ isOn }: { isOn: boolean }) {
  return (
    <svg class={css.star} data-on={isOn} viewBox="0 0 14 14" aria-hidden="true">
      <path d="m7 1.5 1.7 3.5 3.8.5-2.8 2.7.7 3.8L7 10.2 3.6 12l.7-3.8L1.5 5.5l3.8-.5z" />
    </svg>
  )
}
