import { useEffect, useRef, useState } from 'preact/hooks'
import type { Models } from '../state/models.ts'
import { usedText } from '../texts/presets.ts'
import { T } from '../texts.ts'
import { Button } from './button.tsx'
import { isFocusIn } from './closable.ts'
import { PresetsPanel } from './presets-panel.tsx'
import css from './prompt-tools.module.css'
import { PromptsPanel } from './prompts-panel.tsx'

interface Props {
  models: Pick<Models, 'presets' | 'prompts' | 'promptList' | 'sheet'>
  /** The prompt has been filled: it may be gone on with. */
  onPrompt: () => void
}

/** Below the prompt: presets, the prompts that were run, and the way back from what was taken. */
export function PromptTools({ models: { presets, prompts, promptList, sheet }, onPrompt }: Props) {
  const [open, setOpen] = useState<'presets' | 'prompts' | undefined>(undefined)
  const row = useRef<HTMLDivElement>(null)
  const tools = useRef<HTMLDivElement>(null)
  const used = presets.used.value
  useEffect(() => {
    if (open) tools.current?.scrollIntoView({ block: 'nearest' })
  }, [open])
  const close = () => {
    // The button that is pressed stays, whichever it was.
    if (isFocusIn(tools.current)) row.current?.querySelector<HTMLElement>('[aria-expanded=true]')?.focus()
    setOpen(undefined)
  }
  const taken = () => {
    setOpen(undefined)
    onPrompt()
  }
  const toggle = (which: 'presets' | 'prompts') => setOpen(open === which ? undefined : which)
  return (
    <div ref={tools} class={css.tools}>
      <div ref={row} class={`${css.row} ${css.even}`}>
        <Button size="small" expanded={open === 'presets'} onPress={() => toggle('presets')}>
          {T.choosePreset}
        </Button>
        <Button size="small" expanded={open === 'prompts'} onPress={() => toggle('prompts')}>
          {T.prompts}
        </Button>
        <Button
          size="small"
          onPress={() => {
            promptList.add()
            requestAnimationFrame(onPrompt)
          }}
        >
          {T.addPrompt}
        </Button>
        <Button size="small" expanded={sheet.isOpen.value} onPress={sheet.toggle}>
          {T.pasteSheet}
        </Button>
      </div>
      {open === 'presets' && <PresetsPanel presets={presets} onTaken={taken} onClose={close} />}
      {open === 'prompts' && (
        <PromptsPanel
          prompts={prompts}
          onTake={(prompt) => {
            promptList.form.change({ prompt })
            taken()
          }}
          onClose={close}
        />
      )}
      <p class={css.told} role="status">
        {used && usedText(used)}
      </p>
      {used && (
        <div class={css.row}>
          <Button size="small" onPress={presets.back}>
            {used.isBack ? T.presetAgain : T.backToForm}
          </Button>
        </div>
      )}
    </div>
  )
}
