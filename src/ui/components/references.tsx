import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import type { ReferencesModel } from '../state/references.ts'
import { namesWithoutText, notSentText, readingText, referencesHint, refusedTexts, T } from '../texts.ts'
import { Button } from './button.tsx'
import { ReferenceItem } from './reference-item.tsx'
import css from './references.module.css'
import { useGivenFiles } from './use-given-files.ts'
import { useKeptFocus } from './use-kept-focus.ts'

interface Props {
  references: ReferencesModel
  /** Puts a picture's name into the prompt. */
  onName: (name: string) => void
}

/** The pictures beside the main one, in the order in which they are sent; nothing where a model takes the main one alone. */
export function References({ references, onName }: Props) {
  const { all, limit, reading, refused, missing } = references
  const isOver = useGivenFiles((files) => void references.addFiles(files))
  const place = useRef<HTMLElement>(null)
  const picker = useRef<HTMLInputElement>(null)
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
  }, [all.value])

  useKeptFocus(place, () => place.current)

  const [most, count] = [limit.value, all.value.length]
  const moveTo = (to: number, id: number, from: EventTarget | null) => {
    if (to < 0 || to >= count) return
    next.current = { at: to, from }
    references.move(id, to)
  }
  const left = refusedTexts(refused.value)
  const known = useRef(count)
  useEffect(() => {
    // A result's button may lie far below.
    if (count > known.current) place.current?.scrollIntoView({ block: 'nearest' })
    known.current = count
  }, [count])
  if (most + count + left.length + missing.value.length === 0) return null
  return (
    <section ref={place} class={css.references} aria-label={T.references} data-over={isOver && most > 0}>
      {(most > 0 || count > 0) && <h2 class={css.title}>{T.references}</h2>}
      {most > 0 && count === 0 && <p class={css.hint}>{isOver ? T.dropHere : referencesHint(most)}</p>}
      {count > 0 && (
        <ol class={css.list} aria-label={T.references}>
          {all.value.map((reference, index) => (
            <ReferenceItem
              key={reference.id}
              reference={reference}
              place={{ at: index, of: count, isSent: index < most }}
              onName={onName}
              onMove={(to, button) => moveTo(to, reference.id, button)}
              onTake={(id) => references.move(id, index)}
              onRemove={() => {
                next.current = { at: index, from: null }
                references.remove(reference.id)
              }}
            />
          ))}
        </ol>
      )}
      {count > most && <p class={css.hint}>{notSentText({ kept: count - most, most })}</p>}
      {most > 0 && (
        <div class={css.actions}>
          <Button size="small" onPress={() => void references.addSelected()}>
            {T.useSelected}
          </Button>
          <Button size="small" onPress={() => picker.current?.click()}>
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
              void references.addFiles([...(currentTarget.files ?? [])])
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
      {left.length > 0 && (
        <div class={css.refused} role="alert">
          {left.map((sentence, index) => (
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
