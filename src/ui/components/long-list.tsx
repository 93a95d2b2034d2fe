import type { ComponentChildren, RefObject } from 'preact'
import { useRef } from 'preact/hooks'
import { useMoreBelow } from './use-more-below.ts'
import { useNear } from './use-near.ts'

interface Props<Item> {
  label: string
  class: string | undefined
  items: readonly Item[]
  /** px of an item that was not seen yet, with the space below it. */
  usualHeight: number
  /** Whether it scrolls by itself, and not with the panel. */
  scrolls?: boolean
  /** An `li` with a key, and `aria-posinset`, as it is found again by that, and `aria-setsize`. */
  children: (item: Item, position: number) => ComponentChildren
}

/** A list of items, however long: a block of items out of view is one empty item of the same height. */
export function LongList<Item>({ label, items, scrolls = false, ...props }: Props<Item>) {
  const list = useRef<HTMLUListElement>(null)
  useMoreBelow(list, scrolls)
  const size = blockSize(props.usualHeight)
  const starts = Array.from({ length: Math.ceil(items.length / size) }, (_, block) => block * size)
  return (
    // Focusable, so that it can be scrolled without a mouse (WCAG 2.1.1).
    <ul
      ref={list}
      class={props.class}
      aria-label={label}
      data-scrolls={scrolls || undefined}
      tabIndex={scrolls ? 0 : undefined}
    >
      {starts.map((start) => (
        <Block
          key={start}
          list={list}
          items={items.slice(start, start + size)}
          follows={items}
          start={start}
          {...props}
        />
      ))}
    </ul>
  )
}

interface BlockProps<Item> extends Pick<Props<Item>, 'items' | 'usualHeight' | 'children'> {
  list: RefObject<HTMLUListElement | null>
  /** All of the list. */
  follows: unknown
  start: number
}

function Block<Item>({ list, items: shown, follows, start, usualHeight, children }: BlockProps<Item>) {
  const gap = useRef<HTMLLIElement>(null)
  /** px of one item on average, when they were last seen. */
  const height = useRef(usualHeight)
  const elements = () =>
    shown.flatMap((_, index) => list.current?.querySelector(`[aria-posinset="${start + index + 1}"]`) ?? [])
  const isNear = useNear(() => (gap.current ? [gap.current] : elements()), {
    // Before the browser has told what is in view.
    isNearAtFirst: start === 0,
    follows,
    onLeave(leaving) {
      const [first, last] = [leaving[0]!, leaving.at(-1)!]
      height.current = (last.getBoundingClientRect().bottom - first.getBoundingClientRect().top) / leaving.length
    },
  })
  if (!isNear) {
    return <li ref={gap} aria-hidden="true" style={{ height: `${height.current * shown.length}px` }} />
  }
  return <>{shown.map((item, index) => children(item, start + index + 1))}</>
}

/** Items that come and go together: about three views of the panel, and no more than it takes a moment to draw. */
const blockSize = (usualHeight: number) => Math.min(MOST_IN_BLOCK, Math.ceil(BLOCK_HEIGHT / usualHeight))
/** px */
const BLOCK_HEIGHT = 2000
const MOST_IN_BLOCK = 20
