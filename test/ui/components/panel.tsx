import { signal } from '@preact/signals'
import type { LayerRow } from '../../../src/shared/protocol.ts'
import { App, type Tab } from '../../../src/ui/components/app.tsx'
import type { Codec } from '../../../src/ui/image/codec.ts'
import type { Provider } from '../../../src/ui/providers/provider.ts'
import { shapeKeyOf } from '../../../src/ui/providers/shape-key.ts'
import { createAccount } from '../../../src/ui/state/account.ts'
import { createEdit } from '../../../src/ui/state/edit.ts'
import { createForm } from '../../../src/ui/state/form.ts'
import type { Models } from '../../../src/ui/state/models.ts'
import { createOriginal } from '../../../src/ui/state/original.ts'
import { createPrice } from '../../../src/ui/state/price.ts'
import { createReach, refusalOf } from '../../../src/ui/state/reach.ts'
import { createRun } from '../../../src/ui/state/run.ts'
import { createSelection } from '../../../src/ui/state/selection.ts'
import { createSettings } from '../../../src/ui/state/settings.ts'
import { createThumbnails } from '../../../src/ui/state/thumbnails.ts'
import { contextWith, fakeCode, fakeCodec, fakeProvider, imageRow } from '../jobs/fakes.ts'
import { show } from './page.ts'

interface Given {
  tab?: Tab
  rows?: LayerRow[]
  key?: string
  provider?: Partial<Provider>
  code?: ReturnType<typeof fakeCode>
  codec?: Codec
}

/** The whole panel over plain fakes of the sandbox, the codec and the provider, ready to run on one image. */
export async function openPanel(given: Given = {}) {
  const { rows = [imageRow('Hero')], key = 'key', code = fakeCode(), codec = fakeCodec() } = given
  const provider = fakeProvider(given.provider)
  const all = [provider, fakeProvider({ id: 'other', label: 'Other', origin: 'https://other.example' })]
  const hosts = ['https://fake.example/', 'https://other.example/', 'https://relay.example/']
  const settings = createSettings({
    providers: all.map(({ id }) => id),
    save: async () => {},
    refusalOf: (address) => refusalOf(address, hosts),
  })
  const { current, host, assertAccount, isReady } = createReach({ settings, providers: all, hosts })
  const reach = ({ signal }: { signal: AbortSignal }) => {
    assertAccount()
    return { provider: current.value, context: contextWith(signal) }
  }
  const selection = createSelection()
  const form = createForm(provider.defaultModel)
  const account = createAccount({ reach: (signal) => reach({ signal }) })
  const price = createPrice({
    keyOf: shapeKeyOf,
    ask: async (request, signal) => provider.price?.(request, contextWith(signal)),
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
    drawSeed: () => 42,
    showOriginal: original.show,
  })
  const models: Models = {
    selection,
    thumbnails: createThumbnails(code, codec),
    form,
    edit,
    run,
    original,
    price,
    account,
    settings,
    providers: { all, current, host },
  }
  const tab = signal<Tab>(given.tab ?? 'edit')
  settings.changeKey(key)
  settings.settle()
  selection.follow({ rows })
  await show(<App models={models} tab={tab} />)
  return { ...models, code, tab }
}
