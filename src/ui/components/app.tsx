import type { Signal } from '@preact/signals'
import type { Models } from '../state/models.ts'
import { T } from '../texts.ts'
import css from './app.module.css'
import { AuditScreen } from './audit-screen.tsx'
import { EditScreen } from './edit-screen.tsx'
import { ExportScreen } from './export-screen.tsx'
import { ResizeCorner } from './resize-corner.tsx'
import { SettingsScreen } from './settings-screen.tsx'
import { Tabs } from './tabs.tsx'
import { useLostFocus } from './use-lost-focus.ts'
import { usePanelKeys } from './use-panel-keys.ts'

export type Tab = 'edit' | 'upscale' | 'export' | 'settings'

export function App({ models, tab }: { models: Models; tab: Signal<Tab> }) {
  usePanelKeys()
  useLostFocus()
  const show = (name: Tab) => {
    tab.value = name
  }
  return (
    <main class={css.app}>
      {/* Figma shows the name above the panel. */}
      <h1 data-heard>{T.name}</h1>
      <Tabs tabs={TABS} shown={tab.value} onShow={show}>
        {tab.value === 'edit' && <EditScreen models={models} onSettings={() => show('settings')} />}
        {tab.value === 'upscale' && (
          <AuditScreen models={models} onSettings={() => show('settings')} onEdit={() => show('edit')} />
        )}
        {tab.value === 'export' && (
          <ExportScreen models={models} onSettings={() => show('settings')} onEdit={() => show('edit')} />
        )}
        {tab.value === 'settings' && <SettingsScreen models={models} onEdit={() => show('edit')} />}
      </Tabs>
      <ResizeCorner size={models.panelSize} />
    </main>
  )
}

const TABS: readonly { name: Tab; label: string }[] = [
  { name: 'edit', label: T.edit },
  { name: 'upscale', label: T.upscale },
  { name: 'export', label: T.export },
  { name: 'settings', label: T.settings },
]
