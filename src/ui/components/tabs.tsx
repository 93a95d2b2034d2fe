import type { ComponentChildren } from 'preact'
import css from './tabs.module.css'

interface Props<Name extends string> {
  tabs: readonly { name: Name; label: string }[]
  shown: Name
  onShow: (name: Name) => void
  children: ComponentChildren
}

/** A row of tabs, moved through with the arrow keys, and the panel of the one that is shown. */
export function Tabs<Name extends string>({ tabs, shown, onShow, children }: Props<Name>) {
  function move(event: KeyboardEvent) {
    const at = tabs.findIndex(({ name }) => name === shown)
    const wanted = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key]
    if (wanted === undefined) return
    event.preventDefault()
    const next = tabs.at(wanted % tabs.length)!
    onShow(next.name)
    document.getElementById(`tab-${next.name}`)?.focus()
  }

  return (
    <>
      <div role="tablist" class={css.tabs} onKeyDown={move}>
        {tabs.map(({ name, label }) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`tab-${name}`}
            class={css.tab}
            aria-selected={name === shown}
            aria-controls="panel"
            tabIndex={name === shown ? 0 : -1}
            onClick={() => onShow(name)}
          >
            {label}
          </button>
        ))}
      </div>
      <div role="tabpanel" id="panel" class={css.panel} aria-labelledby={`tab-${shown}`}>
        {children}
      </div>
    </>
  )
}
