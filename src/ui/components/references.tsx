import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import type { ReferencesModel } from '../state/references.ts'
import {
  namesWithoutText,
  notSentText,
  placesLeftText,
  readingText,
  referencesHint,
  refusedTexts,
} from '../texts/references.ts'
import { T } from '../texts.ts'
import { Button } from './button.tsx'
import { ReferenceItem } from './reference-item.tsx'
import css from './references.module.css'
import { RoleSuggestions } from './role-field.tsx'
import { useGivenFiles } from './use-given-files.ts'
import { useKeptFocus } from './use-kept-focus.ts'
import { useMoreBelow } from './use-more-below.ts'

interface Props {
  references: ReferencesModel
  /** Puts a picture's name into the prompt. */
  onName: (name: string) => void
}

/**
 * The pictures beside the main one, in the order in which they are sent, and the places that want one; nothing where a
 * model takes the main one alone.
 */
export function References({ references, onName }: Props) {
  const { places, all, sent, limit, reading, refused, missing } = references
  const isOver = useGivenFiles((files, on) => void references.addFiles(files, placeAt(on)))
  const place = useRef<HTMLElement>(null)
  const picker = useRef<HTMLInputElement>(null)
  /** The empty place that a file is chosen for. */
  const chosenFor = useRef<number | undefined>(undefined)
  /** Which item has the focus once the list is another one, and what had it before: what is moved in a page loses it. */
  const next = useRef<{ at: number; from: EventTarget | null } | undefined>(undefined)
  useLayoutEffect(() => {
    if (!next.current) return
    const { at, from } = next.current
    next.current = undefined
    const list = place.current?.querySelectorAll('li') ?? []
    const item = list[Math.min(at, list.length - 1)]
    const same = from instanceof HTMLButtonElement && from.isConnected && !from.disabled ? from : undefined
    const other = item?.querySelector<HTMLElement>(from ? '[data-action]:not(:disabled)' : '[data-action=remove]')
    ;(same ?? other ?? place.current?.querySelector('button'))?.focus()
  }, [places.value])

  useKeptFocus(place, ({ position }) => itemAt(place.current, position) ?? place.current)

  const [most, count, listed] = [limit.value, all.value.length, places.value.length]
  const left = places.value.slice(most).filter(({ reference }) => !reference).length
  const choose = (id?: number) => {
    chosenFor.current = id
    picker.current?.click()
  }
  const moveTo = (to: number, id: number, from: EventTarget | null) => {
    if (to < 0 || to >= listed) return
    next.current = { at: to, from }
    references.move(id, to)
  }
  const out = refusedTexts(refused.value)
  const known = useRef(count)
  useEffect(() => {
    // A result's button may lie far below.
    if (count > known.current) place.current?.scrollIntoView({ block: 'nearest' })
    known.current = count
  }, [count])
  const told = useRef<HTMLDivElement>(null)
  // In a small panel it would be below the edge, and what was dropped seem to have done nothing.
  useEffect(() => told.current?.scrollIntoView({ block: 'nearest' }), [refused.value])
  const list = useRef<HTMLOListElement>(null)
  useMoreBelow(list, listed > 0)
  if (most + listed + out.length + missing.value.length === 0) return null
  return (
    <section ref={place} class={css.references} aria-label={T.references} data-over={isOver && most > 0}>
      {(most > 0 || listed > 0) && <h2>{T.references}</h2>}
      {most > 0 && listed === 0 && <p class={css.hint}>{isOver ? T.dropHere : referencesHint(most)}</p>}
      {listed > 0 && (
        <ol ref={list} class={css.list} aria-label={T.references}>
          {places.value.map((one, index) => (
            <ReferenceItem
              key={one.id}
              place={one}
              at={index}
              of={listed}
              isSent={one.reference ? sent.value.includes(one.reference) : index < most}
              onName={onName}
              onRole={(role) => references.setRole(one.id, role)}
              onMove={(to, button) => moveTo(to, one.id, button)}
              onTake={(id) => references.move(id, index)}
              onUseSelected={() => void references.addSelected(one.id)}
              onChooseFile={() => choose(one.id)}
              onRemove={() => {
                next.current = { at: index, from: null }
                references.remove(one.id)
              }}
            />
          ))}
        </ol>
      )}
      {listed > 0 && <RoleSuggestions />}
      {left > 0 && <p class={css.hint}>{placesLeftText({ left, most })}</p>}
      {count > most && <p class={css.hint}>{notSentText({ kept: count - most, most })}</p>}
      {most > 0 && (
        <div class={css.actions}>
          <Button size="small" onPress={() => void references.addSelected()}>
            {T.useSelected}
          </Button>
          <Button size="small" onPress={() => choose()}>
            {T.chooseFiles}
          </Button>
          <input
            ref={picker}
            type="file"
            hidden
            multiple
            accept="image/*"
            aria-label={T.chooseFiles}
            onChange={({ currentTarget }) => {
              void references.addFiles([...(currentTarget.files ?? [])], chosenFor.current)
              // The same file may be chosen again.
              currentTarget.value = ''
            }}
          />
        </div>
      )}
      <p class={css.hint} role="status">
        {readingText(reading.value)}
      </p>
      {missing.value.length > 0 && (
        <p class={css.wrong} role="status">
          {namesWithoutText(missing.value)}
        </p>
      )}
      {out.length > 0 && (
        <div ref={told} class={css.refused} role="alert">
          {out.map((sentence, index) => (
            <p key={index}>{sentence}</p>
          ))}
          <Button size="small" onPress={references.dismiss}>
            {T.dismiss}
          </Button>
        </div>
      )}
    </section>
  )
}

/** The empty place that something is dropped on, or that has the focus while it is pasted. */
function placeAt(on: EventTarget | null): number | undefined {
  const item = on instanceof Element ? on.closest<HTMLElement>('[data-place]') : undefined
  return item ? Number(item.dataset.place) : undefined
}

const itemAt = (section: HTMLElement | null, position: string | undefined) =>
  position === undefined ? undefined : section?.querySelector<HTMLElement>(`li[aria-posinset="${position}"]`)
