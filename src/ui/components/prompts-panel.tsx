import { useEffect, useRef } from 'preact/hooks'
import { shortened } from '../presets/shortened.ts'
import type { PromptsModel } from '../state/prompts.ts'
import { removePromptsAsks } from '../texts/presets.ts'
import { T } from '../texts.ts'
import { Button } from './button.tsx'
import { useClosable } from './closable.ts'
import { ConfirmButton } from './confirm-button.tsx'
import css from './prompt-tools.module.css'
import { SearchList } from './search-list.tsx'
import { useSearch } from './use-search.ts'

interface Props {
  prompts: Pick<PromptsModel, 'all' | 'unsaved' | 'load' | 'remove' | 'clear'>
  onTake: (prompt: string) => void
  onClose: () => void
}

/** The prompts that were run last, newest first. */
export function PromptsPanel({ prompts, onTake, onClose }: Props) {
  const panel = useRef<HTMLElement>(null)
  const all = prompts.all.value
  const { active, list } = useSearch(all, { toItem, textsOf: (prompt) => [prompt] })
  const focusBox = () => panel.current?.querySelector('input')?.focus()
  useClosable(panel, onClose)
  // Other windows may have run some since.
  useEffect(() => void prompts.load(), [])
  // Without a box, the keys come to the panel itself.
  useEffect(() => {
    if (all.length === 0) panel.current?.focus()
  }, [all.length === 0])
  return (
    <section ref={panel} class={css.panel} tabIndex={-1} aria-label={T.prompts}>
      {all.length === 0 ? (
        <p class={css.quiet}>{T.noPrompts}</p>
      ) : (
        <SearchList label={T.searchPrompts} {...list} onTake={onTake} />
      )}
      {active !== undefined && (
        <>
          <p class={css.preview}>{shortened(active, PREVIEW)}</p>
          <div class={css.row}>
            <Button size="small" onPress={() => onTake(active)}>
              {T.use}
            </Button>
            <Button
              size="small"
              onPress={() => {
                focusBox()
                void prompts.remove(active)
              }}
            >
              {T.remove}
            </Button>
            <ConfirmButton
              label={T.removeAllPrompts}
              question={removePromptsAsks(all.length)}
              answer={T.remove}
              onConfirm={() => {
                onClose()
                void prompts.clear()
              }}
            />
          </div>
        </>
      )}
      <p class={css.told} role="status" data-wrong>
        {prompts.unsaved.value && T.promptsUnsaved}
      </p>
    </section>
  )
}

const toItem = (prompt: string) => ({ key: prompt, label: shortened(prompt, LINE), title: shortened(prompt, PREVIEW) })

/** Characters: of a line of the list, and of what is shown before it is taken. */
const [LINE, PREVIEW] = [120, 400]
