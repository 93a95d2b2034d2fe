import type { Models } from '../state/models.ts'
import type { ListedPrompt } from '../state/prompt-list.ts'
import { nameOfPrompt, promptNumber, promptOf } from '../texts/prompts.ts'
import { promptFaultText } from '../texts/words.ts'
import { T } from '../texts.ts'
import { IconButton } from './icon-button.tsx'
import { pasteSheet } from './paste-sheet.ts'
import { runsOn } from './prompt-box.tsx'
import css from './prompt-list.module.css'
import { recallByKey } from './recall-by-key.ts'
import { useUniqueId } from './use-unique-id.ts'

interface Props {
  one: ListedPrompt
  /** Counted from 1. */
  position: number
  of: number
  models: Pick<Models, 'promptList' | 'prompts' | 'words' | 'edit' | 'sheet'>
  onRun: () => void
  /** Whether it is dragged, or at which of its edges what is dragged would go. */
  drag: 'self' | 'before' | 'after' | undefined
  onDrag: (event: PointerEvent) => void
  /** To another place counted from 0, if there is one; the focus goes along. */
  onMove: (to: number, from: EventTarget | null) => void
  onDuplicate: () => void
  onRemove: () => void
}

/** One prompt of several: its name, its words, and whether it takes part. Its grip, or Alt and an arrow key, move it. */
export function PromptListItem({ one, position, of, models, onRun, drag, onDrag, ...verbs }: Props) {
  const { onMove, onDuplicate, onRemove } = verbs
  const { promptList, words, edit, prompts, sheet } = models
  const { id, prompt, isTicked } = one
  const noteId = useUniqueId()
  const usual = promptNumber(position)
  const name = one.name.trim() || usual
  const fault = words.faultOf({ prompt, column: one })
  const length = words.lengthOf({ prompt, column: one })
  const limit = edit.can.value.promptLimit
  const wrong = fault !== undefined || length > limit
  return (
    <li
      class={css.item}
      data-id={id}
      data-ticked={isTicked}
      data-drag={drag}
      aria-posinset={position}
      aria-setsize={of}
      onFocusIn={() => promptList.use(id)}
      onKeyDown={(event) => {
        const step = event.altKey && { ArrowUp: -1, ArrowDown: 1 }[event.key]
        if (!step) return
        event.preventDefault()
        onMove(position - 1 + step, event.target)
      }}
    >
      <div class={css.head}>
        {/* The buttons beside it do the same by key. */}
        <span class={css.grip} title={T.dragToMove} aria-hidden="true" onPointerDown={onDrag}>
          <svg width="8" height="14" fill="currentColor" aria-hidden="true">
            <path d={GRIP} />
          </svg>
        </span>
        <input
          type="checkbox"
          class={css.tick}
          aria-label={name}
          title={T.takesPart}
          checked={isTicked}
          onChange={({ currentTarget: { checked } }) => promptList.change(id, { isTicked: checked })}
        />
        <input
          type="text"
          class={css.name}
          aria-label={nameOfPrompt(position)}
          value={one.name}
          placeholder={usual}
          maxLength={LONGEST_NAME}
          autocomplete="off"
          spellcheck={false}
          onInput={({ currentTarget }) => promptList.change(id, { name: currentTarget.value })}
        />
        <IconButton
          {...{ name, label: T.moveUp, path: UP, action: 'up', keys: 'Alt+ArrowUp', disabled: position === 1 }}
          onPress={(button) => onMove(position - 2, button)}
        />
        <IconButton
          {...{ name, label: T.moveDown, path: DOWN, action: 'down', keys: 'Alt+ArrowDown', disabled: position === of }}
          onPress={(button) => onMove(position, button)}
        />
        <IconButton {...{ name, label: T.duplicate, path: TWICE, action: 'duplicate' }} onPress={onDuplicate} />
        <IconButton {...{ name, label: T.remove, path: MINUS, action: 'remove' }} onPress={onRemove} />
      </div>
      <textarea
        rows={2}
        class={css.box}
        data-prompt={promptList.active.value === id ? 'active' : 'other'}
        aria-label={promptOf(name)}
        aria-invalid={wrong}
        aria-describedby={noteId}
        value={prompt}
        placeholder={T.promptHint}
        onPaste={pasteSheet(sheet)}
        onInput={({ currentTarget }) => promptList.change(id, { prompt: currentTarget.value })}
        onKeyDown={(event) => {
          const recalled = recallByKey(event, (by, present) => prompts.step(by, present, id))
          if (recalled !== undefined) promptList.change(id, { prompt: recalled })
          runsOn(onRun)(event)
        }}
      />
      <p id={noteId} class={css.note} data-wrong={wrong || undefined}>
        {fault ? promptFaultText(fault) : `${length} / ${limit}`}
      </p>
    </li>
  )
}

/** Characters, as of a preset's name. */
const LONGEST_NAME = 80
/** Six dots, in 8 × 14 px. */
const GRIP = 'M1 2h2v2H1zM5 2h2v2H5zM1 6h2v2H1zM5 6h2v2H5zM1 10h2v2H1zM5 10h2v2H5z'
/** In 14 px. */
const UP = 'M7 11.5v-9m-4 4 4-4 4 4'
const DOWN = 'M7 2.5v9m-4-4 4 4 4-4'
const TWICE = 'M5.5 5.5h6v6h-6zM8.5 3.5v-1h-6v6h1'
const MINUS = 'M3 7h8'
