import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Models } from '../state/models.ts'
import { undoableText } from '../texts/prompts.ts'
import { promptFaultText } from '../texts/words.ts'
import { T } from '../texts.ts'
import { Button } from './button.tsx'
import { insertWords } from './insert-words.ts'
import { pasteSheet } from './paste-sheet.ts'
import { PromptBox } from './prompt-box.tsx'
import css from './prompt-form.module.css'
import { PromptGrid } from './prompt-grid.tsx'
import { PromptList } from './prompt-list.tsx'
import { PromptTools } from './prompt-tools.tsx'
import { SheetPanel } from './sheet-panel.tsx'
import { ValuePrompts } from './value-prompts.tsx'

interface Props {
  models: Models
  onRun: () => void
}

/** What should change: one prompt, or several with what each layer makes of them. */
export function PromptForm({ models, onRun }: Props) {
  const { promptList, form, words, edit, prompts, sheet } = models
  const undoable = promptList.undoable.value
  const isList = promptList.isList.value
  const takesFocus = useRef(false)
  useLayoutEffect(() => {
    // The button that removed the last but one went with the list.
    if (takesFocus.current) focusPrompt()
    takesFocus.current = false
  }, [isList])
  return (
    <>
      {isList ? (
        <PromptList models={models} onRun={onRun} onAlone={() => (takesFocus.current = true)} />
      ) : (
        <PromptBox
          value={form.all.value.prompt}
          length={words.sharedLength.value}
          limit={edit.can.value.promptLimit}
          fault={words.sharedFault.value && promptFaultText(words.sharedFault.value)}
          onChange={(prompt) => form.change({ prompt })}
          onRun={onRun}
          onStep={prompts.step}
          onPaste={pasteSheet(sheet)}
        />
      )}
      <PromptTools models={models} onPrompt={focusPrompt} />
      <div class={css.undo}>
        <p role="status">{undoable && undoableText(undoable)}</p>
        {undoable && (
          <Button
            size="small"
            onPress={() => {
              promptList.undo()
              requestAnimationFrame(focusPrompt)
            }}
          >
            {T.undo}
          </Button>
        )}
      </div>
      <SheetPanel models={models} onClose={focusPrompt} />
      <ValuePrompts models={models} onRun={onRun} />
      {isList && <PromptGrid models={models} onRun={onRun} />}
    </>
  )
}

/** The box that has the focus, or had it last; not one that a long list has let go of. */
const promptBox = () => document.querySelector<HTMLTextAreaElement>('[data-prompt=active]')

const anyPrompt = () => promptBox() ?? document.querySelector<HTMLTextAreaElement>('[data-prompt]')

export const focusPrompt = () => anyPrompt()?.focus()
/** Where it is there: what has just opened stays as it lies. */
export const focusPromptInPlace = () => anyPrompt()?.focus({ preventScroll: true })

/** Where the caret is in that box; or at its end, where the list has let go of it. */
export function insertIntoPrompt({ promptList }: Pick<Models, 'promptList'>, name: string) {
  const box = promptBox()
  if (box) return insertWords(box, name)
  const { prompt } = promptList.form.all.peek()
  promptList.form.change({ prompt: [prompt.trimEnd(), name].filter(Boolean).join(' ') })
}
