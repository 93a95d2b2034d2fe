import type { ComponentChildren } from 'preact'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import { T } from '../texts.ts'
import css from './search-list.module.css'
import { useHighest } from './use-highest.ts'
import { useMoreBelow } from './use-more-below.ts'
import { useUniqueId } from './use-unique-id.ts'

export interface SearchItem {
  key: string
  label: string
  /** The whole of it, where the label is only its beginning. */
  title: string
  group?: string | undefined
}

interface Props {
  /** What the box and the list are called. */
  label: string
  query: string
  /** Those that are found, the items of a group beside each other. */
  items: readonly SearchItem[]
  /** The key of the one that Enter takes. */
  active: string | undefined
  onQuery: (query: string) => void
  onActive: (key: string) => void
  onTake: (key: string) => void
}

/** A box to search in and a list below it: the arrow keys move through the list while one types; Enter takes. */
export function SearchList({ label, query, items, active, onQuery, onActive, onTake }: Props) {
  const id = useUniqueId()
  const box = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const found = useRef<HTMLDivElement>(null)
  useMoreBelow(list)
  useHighest(found)
  const index = items.findIndex(({ key }) => key === active)
  const optionId = (index: number) => `${id}-${index}`
  // At once: whoever types on would lose the first letters.
  useLayoutEffect(() => box.current?.focus(), [])
  useEffect(() => document.getElementById(optionId(index))?.scrollIntoView({ block: 'nearest' }), [active])

  function move(event: KeyboardEvent) {
    // What is being composed is not typed yet.
    if (event.isComposing) return
    const last = items.length - 1
    const next = { ArrowDown: Math.min(index + 1, last), ArrowUp: Math.max(index - 1, 0) }[event.key]
    if (next !== undefined) {
      event.preventDefault()
      if (items[next]) onActive(items[next].key)
    }
    if (event.key === 'Enter' && active !== undefined) {
      event.preventDefault()
      onTake(active)
    }
  }

  return (
    <div class={css.search}>
      <input
        ref={box}
        type="text"
        role="combobox"
        class={css.box}
        aria-label={label}
        aria-expanded
        aria-autocomplete="list"
        aria-controls={id}
        aria-activedescendant={index >= 0 ? optionId(index) : undefined}
        value={query}
        placeholder={label}
        autocomplete="off"
        spellcheck={false}
        onInput={({ currentTarget }) => onQuery(currentTarget.value)}
        onKeyDown={move}
      />
      <div ref={found}>
        <div ref={list} id={id} role="listbox" class={css.list} aria-label={label}>
          {groupsIn(items).map(([group, members]) => (
            <Group key={group} label={group}>
              {members.map(({ item, index }) => (
                // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the box, which names the active one.
                // biome-ignore lint/a11y/useKeyWithClickEvents: as above.
                <div
                  key={item.key}
                  id={optionId(index)}
                  role="option"
                  class={css.option}
                  aria-selected={item.key === active}
                  title={item.title}
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => (item.key === active ? onTake(item.key) : onActive(item.key))}
                >
                  {item.label}
                </div>
              ))}
            </Group>
          ))}
        </div>
        <p class={css.none} role="status">
          {items.length === 0 && T.noneFound}
        </p>
      </div>
    </div>
  )
}

/** What is read out as the name of a group stands above it, too. Items without a group stand by themselves. */
function Group({ label, children }: { label: string; children: ComponentChildren }) {
  if (label === '') return <>{children}</>
  return (
    // biome-ignore lint/a11y/useSemanticElements: a list box has no fieldsets.
    <div role="group" aria-label={label}>
      <div class={css.group} aria-hidden>
        {label}
      </div>
      {children}
    </div>
  )
}

/** Each with its place in the whole list. */
function groupsIn(items: readonly SearchItem[]) {
  const groups = new Map<string, { item: SearchItem; index: number }[]>()
  for (const [index, item] of items.entries()) {
    const { group = '' } = item
    groups.set(group, [...(groups.get(group) ?? []), { item, index }])
  }
  return [...groups]
}
