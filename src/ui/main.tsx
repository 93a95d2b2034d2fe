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
import { shapeKeyOf } from './providers/shape-key.ts'
import { drawSeed } from './seed.ts'
import { createAccount } from './state/account.ts'
import { createEdit } from './state/edit.ts'
import { createForm } from './state/form.ts'
import type { Models } from './state/models.ts'
import { createOriginal } from './state/original.ts'
import { createPrice } from './state/price.ts'
import { createReach, refusalOf } from './state/reach.ts'
import { createRun } from './state/run.ts'
import { createSelection } from './state/selection.ts'
import { createSettings } from './state/settings.ts'
import { createThumbnails } from './state/thumbnails.ts'
import './styles/tokens.css'
import './styles/elements.css'

// The iframe's policy may forbid the compiled parsers.
z.config({ jitless: true })

const code = connect<Commands, Events>(figmaPort)
const codec = createCodec()
const tab = signal<Tab>('edit')

const settings = createSettings({
  providers: providers.map(({ id }) => id),
  save: (settings) => code.call('saveSettings', { settings }),
  refusalOf: (address) => refusalOf(address, ALLOWED_HOSTS),
})
const { reach, current, host, assertAccount, isReady } = createReach({
  settings,
  providers,
  hosts: ALLOWED_HOSTS,
})
const selection = createSelection()
const thumbnails = createThumbnails(code, codec)
const form = createForm(current.peek().defaultModel)
const account = createAccount({ reach: (signal) => reach({ signal }) })
const price = createPrice({
  keyOf: shapeKeyOf,
  ask: async (request, signal) => {
    const { provider, context } = reach({ signal })
    return provider.price?.(request, context)
  },
})
const run = createRun({ code, codec, reach, onEnd: () => void account.askBalance() })
const original = createOriginal(selection, (layer) => code.call('showOriginal', { id: layer }))
const edit = createEdit({
  selection,
  form,
  price,
  run,
  canOf: (model) => current.value.can(model),
  assertAccount,
  hasAccount: isReady,
  drawSeed,
  showOriginal: original.show,
})
const models: Models = {
  selection,
  thumbnails,
  form,
  edit,
  run,
  original,
  price,
  account,
  settings,
  providers: { all: providers, current, host },
}

code.on('selection', (selected) => {
  thumbnails.follow(selected.rows)
  selection.follow(selected)
})

/** Another account has other models and prices; one that is being typed is not asked. */
effect(() => {
  const ready = isReady()
  price.forget()
  account.forget()
  if (ready) void account.askModels()
})

/** The panel is closed: what was typed last is kept. */
addEventListener('pagehide', () => {
  settings.settle()
  codec.close()
})

/** The panel opens whatever the sandbox says: without a selection it asks for one, and a fault is told. */
async function open() {
  try {
    const { command, selection: selected, settings: stored } = await code.call('start', {})
    settings.load(stored)
    selection.follow(selected)
    if (command === 'settings') tab.value = 'settings'
  } catch (thrown) {
    edit.notice.value = toAppError(thrown)
  }
  render(<App models={models} tab={tab} />, document.body)
}

void open()
