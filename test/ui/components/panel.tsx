import { signal } from '@preact/signals'
import type { LayerRow } from '../../../src/shared/protocol.ts'
import { App, type Tab } from '../../../src/ui/components/app.tsx'
import type { Codec } from '../../../src/ui/image/codec.ts'
import type { Provider } from '../../../src/ui/providers/provider.ts'
import { createModels } from '../../../src/ui/state/create-models.ts'
import type { Models } from '../../../src/ui/state/models.ts'
import { fakeCode, fakeCodec, fakeProvider, imageRow } from '../jobs/fakes.ts'
import { show } from './page.ts'

interface Given {
  tab?: Tab
  rows?: LayerRow[]
  key?: string
  provider?: Partial<Provider>
  /** Of the other one that there is. */
  other?: Partial<Provider>
  code?: ReturnType<typeof fakeCode>
  codec?: Codec
  /** Models that stand in for those of the same names. */
  instead?: (models: Models) => Partial<Models>
}

/** The whole panel over plain fakes of the sandbox, the codec and the provider, ready to run on one image. */
export async function openPanel(given: Given = {}) {
  const { rows = [imageRow('Hero')], key = 'key', code = fakeCode(), codec = fakeCodec() } = given
  const other = fakeProvider({ id: 'other', label: 'Other', origin: 'https://other.example', ...given.other })
  const made = createModels({
    code,
    codec,
    providers: [fakeProvider(given.provider), other],
    hosts: ['https://fake.example/', 'https://other.example/', 'https://relay.example/'],
    drawSeed: () => 42,
  })
  const models = { ...made, ...given.instead?.(made) }
  const tab = signal<Tab>(given.tab ?? 'edit')
  models.settings.changeKey(key)
  models.settings.settle()
  models.selection.follow({ rows })
  await show(<App models={models} tab={tab} />)
  return { ...models, code, tab }
}
