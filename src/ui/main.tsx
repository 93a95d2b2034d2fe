import { effect, signal } from '@preact/signals'
import { render } from 'preact'
import * as z from 'zod/mini'
import { connect } from '../shared/channel.ts'
import { toAppError } from '../shared/errors.ts'
import type { Commands, Events, Selection } from '../shared/protocol.ts'
import { App, type Tab } from './components/app.tsx'
import { focusPromptInPlace } from './components/prompt-form.tsx'
import { createCodec } from './image/codec.ts'
import { figmaPort } from './port.ts'
import { providers } from './providers/index.ts'
import { drawSeed } from './seed.ts'
import { createModels } from './state/create-models.ts'
import { started } from './state/started.ts'
import './styles/tokens.css'
import './styles/elements.css'
import './styles/shell.css'

// The iframe's policy may forbid the compiled parsers.
z.config({ jitless: true })

const code = connect<Commands, Events>(figmaPort)
const codec = createCodec()
const models = createModels({ code, codec, providers, hosts: ALLOWED_HOSTS.split(' '), drawSeed })
const tab = signal<Tab>('edit')

function follow(selected: Selection) {
  models.thumbnails.follow(selected.rows)
  models.selection.follow(selected)
}
code.on('selection', follow)

/** Another account has other models and prices; one that is being typed is not asked. */
effect(() => {
  const ready = models.providers.isReady()
  models.price.forget()
  models.upscalePrices.forget()
  models.account.forget()
  if (ready) void models.account.askModels()
})

/** Undo is pressed in Figma, and not heard of where the layer is not selected. */
addEventListener('focus', () => void models.results.readAgain())

/** A file that is dropped where nothing takes it would be shown in place of the panel, and end what goes on there. */
for (const name of ['dragover', 'drop'] as const) {
  addEventListener(name, (event) => {
    if (event.defaultPrevented || !event.dataTransfer?.types.includes('Files')) return
    event.preventDefault()
    event.dataTransfer.dropEffect = 'none'
  })
}

/** The panel is closed: what was typed last is kept. */
addEventListener('pagehide', () => {
  models.settings.settle()
  codec.close()
})

/** In the panel, also where that was to stay hidden. */
function tell(thrown: unknown) {
  models.notice.shown.value = toAppError(thrown)
  void code.call('showPanel', {}).catch(() => {})
}

/**
 * The panel opens whatever the sandbox says: a fault is told. It waits for settings, lest it ask for a key that is there,
 * and for a moment for the selection: a large one comes when the panel is seen.
 */
async function open() {
  const start = code.call('start', {})
  const selected = readSelection()
  let isHidden = false
  try {
    const { settings, ...opened } = await start
    models.settings.load(settings)
    models.selection.expected.value = opened.selected
    isHidden = opened.command === 'again'
    // At once, and not when the selection is read: the designer may have gone on to another tab by then.
    if (opened.command === 'settings' || opened.command === 'upscale') tab.value = opened.command
    void models.presets.load()
    void models.prompts.load()
    void selected.then(() => started(opened, { code, models })).catch(tell)
  } catch (thrown) {
    tell(thrown)
  }
  await Promise.race([selected, new Promise((resolve) => setTimeout(resolve, MOMENT))])
  document.body.replaceChildren()
  render(<App models={models} tab={tab} />, document.body)
  // Whoever opens the panel to edit types next. One that is not seen takes the focus from nobody.
  if (!isHidden) focusPromptInPlace()
}

async function readSelection() {
  const selection = await code.call('readSelection', {}).catch((thrown) => {
    tell(thrown)
    return { rows: [] }
  })
  // What was told unasked meanwhile is newer.
  if (!models.selection.isRead.peek()) follow(selection)
}

/** ms */
const MOMENT = 30

void open()
