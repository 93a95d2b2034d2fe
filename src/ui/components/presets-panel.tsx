import { useEffect, useRef, useState } from 'preact/hooks'
import { shortened } from '../presets/shortened.ts'
import type { ListedPreset, PresetsModel } from '../state/presets.ts'
import { presetDetail } from '../texts/presets.ts'
import { T } from '../texts.ts'
import { Button } from './button.tsx'
import { isFocusIn, useClosable } from './closable.ts'
import { NameForm } from './name-form.tsx'
import { OwnPresetActions } from './own-preset-actions.tsx'
import { PresetFiles } from './preset-files.tsx'
import { PresetTold } from './preset-told.tsx'
import css from './prompt-tools.module.css'
import { SearchList } from './search-list.tsx'
import { useSearch } from './use-search.ts'

interface Props {
  presets: PresetsModel
  onTaken: () => void
  onClose: () => void
}

/** All presets: what each says, and what may be done with it. */
export function PresetsPanel({ presets, onTaken, onClose }: Props) {
  const panel = useRef<HTMLElement>(null)
  /** What a name is asked for: a new preset, or the own one of that id. */
  const [naming, setNaming] = useState<{ id?: string } | undefined>(undefined)
  const { active, find, list } = useSearch(presets.all.value, { toItem, textsOf })
  const told = presets.told.value
  const focusBox = () => panel.current?.querySelector('input')?.focus()
  useEffect(() => {
    presets.forgetTold()
    // Other windows may have saved some since.
    void presets.load()
  }, [])

  function take({ preset }: ListedPreset) {
    presets.take(preset)
    onTaken()
  }
  function ask(next: { id?: string }) {
    presets.forgetTold()
    setNaming(next)
  }
  function giveUpName() {
    presets.forgetTold()
    endNaming()
  }
  async function name(typed: string) {
    const isDone = await (naming?.id === undefined ? presets.save(typed) : presets.rename(naming.id, typed))
    if (isDone) endNaming()
  }
  function endNaming() {
    if (isFocusIn(panel.current)) focusBox()
    setNaming(undefined)
  }
  useClosable(panel, onClose)

  return (
    <section ref={panel} class={css.panel} aria-label={T.presets}>
      <SearchList label={T.searchPresets} {...list} onTake={(key) => take(find(key)!)} />
      {active && (
        <div>
          <p class={css.preview}>{shortened(active.preset.prompt, PREVIEW)}</p>
          <p class={css.quiet}>{presetDetail(active.preset)}</p>
        </div>
      )}
      {/* Above the buttons, where it is in view; what is wrong with a name is told at its box. */}
      <PresetTold told={naming ? undefined : told} />
      {naming ? (
        <NameForm
          name={naming.id === undefined ? presets.suggestedName() : (active?.preset.name ?? '')}
          fault={told?.did === 'failed' ? told.error.message : undefined}
          onTyped={presets.forgetTold}
          onName={(typed) => void name(typed)}
          onCancel={giveUpName}
        />
      ) : (
        <>
          {active && (
            <div class={css.row}>
              <Button size="small" name={active.preset.name} onPress={() => take(active)}>
                {T.use}
              </Button>
              {active.id !== undefined && (
                <OwnPresetActions
                  key={active.id}
                  name={active.preset.name}
                  onRename={() => ask({ id: active.id! })}
                  onReplace={() => {
                    focusBox()
                    void presets.replace(active.id!)
                  }}
                  onRemove={() => {
                    focusBox()
                    void presets.remove(active.id!)
                  }}
                />
              )}
            </div>
          )}
          <div class={css.row}>
            <Button size="small" onPress={() => ask({})}>
              {T.savePreset}
            </Button>
            <PresetFiles presets={presets} />
          </div>
        </>
      )}
    </section>
  )
}

const toItem = ({ key, group, preset: { name, prompt } }: ListedPreset) => ({
  ...{ key, group, label: name },
  title: shortened(prompt, PREVIEW),
})
const textsOf = ({ group, preset: { name, prompt } }: ListedPreset) => [name, group, prompt]

/** Characters */
const PREVIEW = 400
