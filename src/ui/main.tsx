import { effect, signal } from '@preact/signals'
import { render } from 'preact'
import * as z from 'zod/mini'
import { connect } from '../shared/channel.ts'
import { toAppError } from '../shared/errors.ts'
import type { Commands, Events } from '../shared/protocol.ts'
import { App, type Tab } from './components/app.tsx'
import { createCodec } from './image/codec.ts'
import { figmaPort } from './port.ts'
import { providers } from './providers/index.ts'
import { drawSeed } from './seed.ts'
import { createModels } from './state/create-models.ts'
import { started } from './state/started.ts'
import './styles/tokens.css'
import './styles/elements.css'

// The iframe's policy may forbid the compiled parsers.
z.config({ jitless: true })

const code = connect<Commands, Events>(figmaPort)
const codec = createCodec()
const models = createModels({ code, codec, providers, hosts: ALLOWED_HOSTS.split(' '), drawSeed })
const tab = signal<Tab>('edit')

code.on('selection', (selected) => {
  models.thumbnails.follow(selected.rows)
  models.selection.follow(selected)
})

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

/** The panel opens whatever the sandbox says: without a selection it asks for one, and a fault is told. */
async function open() {
  try {
    const { selection, settings, ...opened } = await code.call('start', {})
    models.settings.load(settings)
    models.selection.follow(selection)
    void models.presets.load()
    void models.prompts.load()
    const show = (name: Tab) => {
      tab.value = name
    }
    started(opened, { code, models, show }).catch(tell)
  } catch (thrown) {
    tell(thrown)
  }
  render(<App models={models} tab={tab} />, document.body)
}

void open()
