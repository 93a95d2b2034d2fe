import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Models } from '../state/models.ts'
import { promptsCount } from '../texts/prompts.ts'
import { T } from '../texts.ts'
import { LongList } from './long-list.tsx'
import css from './prompt-list.module.css'
import { PromptListItem } from './prompt-list-item.tsx'
import { type Dragged, useDragOrder } from './use-drag-order.ts'
import { useMoreBelow } from './use-more-below.ts'

interface Props {
  models: Pick<Models, 'promptList' | 'prompts' | 'words' | 'edit' | 'sheet'>
  onRun: () => void
  /** Only one was left: the list has become a box. */
  onAlone: () => void
}

/** The prompts of the form where there are several: each has a name, and every layer makes a result of it. */
export function PromptList({ models, onRun, onAlone }: Props) {
  const { promptList } = models
  const all = promptList.all.value
  const place = useRef<HTMLElement>(null)
  /** Which item has the focus once the list is another one, and what had it before: what is moved in a page loses it. */
  const next = useRef<{ id: string; from: EventTarget | null } | undefined>(undefined)
  const itemOf = (id: string) => place.current?.querySelector<HTMLElement>(`[data-id="${id}"]`)
  useLayoutEffect(() => {
    if (!next.current) return
    const { id, from } = next.current
    next.current = undefined
    const item = itemOf(id)
    item?.scrollIntoView({ block: 'nearest' })
    const same = from instanceof HTMLElement && from.isConnected && !from.matches(':disabled') ? from : undefined
    ;(same ?? item?.querySelector<HTMLElement>('textarea'))?.focus({ preventScroll: true })
  }, [all])
  const scroller = useRef<HTMLDivElement>(null)
  useMoreBelow(scroller)
  const { dragged, begin } = useDragOrder(scroller, (id, to) => {
    next.current = { id, from: null }
    promptList.move(id, to)
  })
  return (
    <section ref={place} class={css.prompts} aria-label={T.prompt}>
      <h2>{promptsCount(all.length, all.filter(({ isTicked }) => isTicked).length)}</h2>
      <div ref={scroller} class={css.scrolls} data-scrolls data-dragging={dragged !== undefined}>
        <LongList label={T.promptColumns} class={css.list} items={all} usualHeight={USUAL_HEIGHT}>
          {(one, position) => (
            <PromptListItem
              key={one.id}
              one={one}
              position={position}
              of={all.length}
              models={models}
              onRun={onRun}
              drag={dragOf(one.id, { position, of: all.length, dragged })}
              onDrag={(event) => begin(event, { id: one.id, at: position - 1 })}
              onMove={(to, from) => {
                if (to < 0 || to >= all.length) return
                next.current = { id: one.id, from }
                promptList.move(one.id, to)
              }}
              onDuplicate={() => {
                promptList.duplicate(one.id)
                next.current = { id: promptList.active.peek(), from: null }
              }}
              onRemove={() => {
                const stays = all[position] ?? all[position - 2]
                if (stays) next.current = { id: stays.id, from: null }
                promptList.remove(one.id)
                if (!promptList.isList.peek()) onAlone()
              }}
            />
          )}
        </LongList>
      </div>
    </section>
  )
}

/** Whether it is dragged, or at which of its edges what is dragged would go. */
function dragOf(
  id: string,
  { position, of, dragged }: { position: number; of: number; dragged: Dragged | undefined },
): 'self' | 'before' | 'after' | undefined {
  if (!dragged) return undefined
  if (dragged.id === id) return 'self'
  if (dragged.gap === position - 1) return 'before'
  return position === of && dragged.gap === of ? 'after' : undefined
}

/** px of a prompt with two lines, and the space below it. */
const USUAL_HEIGHT = 104
