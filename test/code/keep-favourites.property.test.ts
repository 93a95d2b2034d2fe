import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import type { PlaceImage } from '../../src/shared/protocol.ts'
import { notKept } from '../../src/ui/components/not-kept.ts'
import { plainPicture } from '../harness/pictures.ts'
import { pluginBuilder } from '../harness/plugin.ts'
import { idOf, layer, orderFor, photo, picturesOf, rowsFor } from './session.ts'

// What the question before *Keep favourites* says goes, against what then goes.

const plugins = pluginBuilder()
afterAll(plugins.close)

const { red, green } = await picturesOf(40, 20)
const pictures = await Promise.all(
  ['#102030', '#405060', '#708090', '#a0b0c0', '#d0e0f0'].map((hex) => plainPicture(40, 20, hex)),
)

const steps = fc.record({
  placed: fc.array(fc.constantFrom('lower', 'upper', 'look'), { minLength: 2, maxLength: pictures.length }),
  favourites: fc.array(fc.nat(4), { minLength: 1, maxLength: 3 }),
  shown: fc.array(fc.nat(4), { maxLength: 2 }),
})

test('as many results go as the question says, whatever lies on the layer', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async ({ placed, favourites, shown }) => {
      const fills = [photo(), photo({ picture: 'green', opacity: 0.5 })]
      const plugin = await plugins.open([layer('Both', fills)], { red: red.bytes, green: green.bytes })
      const [lower, upper] = await rowsFor(plugin, 'Both')
      const id = idOf(plugin, 'Both')
      const hashes: string[] = []
      for (const [at, what] of placed.entries()) {
        const more: Partial<PlaceImage> = what === 'look' ? { source: { kind: 'appearance', place: 'stack' } } : {}
        const order = orderFor(what === 'upper' ? upper : lower, pictures[at]!, more)
        hashes.push((await plugin.ui.call('placeImage', order)).hash)
      }
      const at = (place: number) => hashes[place % hashes.length]!
      for (const place of shown) await plugin.ui.call('showResult', { id, hash: at(place) })
      for (const place of favourites) await plugin.ui.call('markFavourite', { id, hash: at(place), favourite: true })
      const said = notKept((await plugin.ui.call('readResults', { id })).results)
      const { removed } = await plugin.ui.call('keepFavourites', { ids: [id] })
      if (said.most) expect(removed).toBeLessThanOrEqual(said.count)
      else expect(removed).toBe(said.count)
    }),
    { numRuns: 15 },
  )
})
