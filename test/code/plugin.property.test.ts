import type { Paint } from '@figma/plugin-typings/plugin-api-standalone'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PaintSpec } from '../../dev/figma/world.ts'
import type { Picture } from '../../src/shared/picture.ts'
import { plainPicture, slowPainter } from '../harness/pictures.ts'
import { type OpenPlugin, pluginBuilder } from '../harness/plugin.ts'
import { fillsOf, json, layer, orderFor, photo, rowsFor, solid, tint } from './session.ts'

// The promise of the fill stack, on the built code.js in the simulated Figma, for what nobody thought of.

const plugins = pluginBuilder(slowPainter)
afterAll(plugins.close)

let pictures: Record<string, Uint8Array>
/** What a model could answer: none is among the designer's pictures. */
let answers: Picture[]
beforeAll(async () => {
  const [red, grey] = await Promise.all([plainPicture(40, 20), plainPicture(20, 20, '#808080')])
  pictures = { red: red.bytes, grey: grey.bytes }
  answers = await Promise.all(Array.from({ length: 8 }, (_, index) => plainPicture(40, 20, `#0000${index}f`)))
}, 20_000)

const paint: fc.Arbitrary<PaintSpec> = fc.constantFrom(
  photo(),
  photo({ visible: false, opacity: 0.5 }),
  photo({ picture: 'grey', scaleMode: 'TILE', scalingFactor: 0.5, blendMode: 'MULTIPLY' }),
  solid,
  tint,
  { ...solid, visible: false },
)

const REFILL = ['place', 'pick', 'original', 'keep', 'tidy'] as const
const DESIGNER = ['raise', 'remove', 'toggle', 'fade'] as const
const at = fc.nat(9)
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ does: fc.constantFrom(...REFILL), at }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constantFrom(...DESIGNER), at }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('undo' as const), at }) },
)
type Step = { does: (typeof REFILL)[number] | (typeof DESIGNER)[number] | 'undo'; at: number }

/** What a step of Refill does; one that has nothing to do is refused in a sentence. */
async function refill(plugin: OpenPlugin, { does, at }: Step): Promise<void> {
  const { id } = plugin.editor.layer('Layer')
  const { results } = await plugin.ui.call('readResults', { id })
  const result = results[at % Math.max(1, results.length)]
  if (does === 'tidy') await plugin.ui.call('tidy', { ids: [id] })
  if (does === 'pick' && result) await plugin.ui.call('showResult', { id, hash: result.hash })
  if (does === 'keep' && result) await plugin.ui.call('keepOnly', { id, hash: result.hash })
  if (does === 'original' && results.some(({ shown }) => shown))
    await plugin.ui.call('showOriginal', { id }).catch(refused)
  if (does !== 'place') return
  const rows = (await rowsFor(plugin, 'Layer')).filter(({ source }) => source.kind !== 'skipped')
  const row = rows[at % Math.max(1, rows.length)]
  if (!row) return
  const picture = answers[at % answers.length]!
  // The channel hands its bytes over.
  await plugin.ui.call('placeImage', orderFor(row, { ...picture, bytes: picture.bytes.slice() }))
}

function refused(thrown: unknown): void {
  expect(thrown).toMatchObject({ fault: 'layer' })
}

function design(plugin: OpenPlugin, { does, at }: Step): void {
  const fills = fillsOf(plugin, 'Layer') as Paint[]
  const index = at % Math.max(1, fills.length)
  const chosen = fills[index]
  if (!chosen) return
  const others = fills.filter((_, other) => other !== index)
  const replaced = (more: Partial<Paint>) =>
    fills.map((each, other) => (other === index ? { ...each, ...more } : each) as Paint)
  if (does === 'remove') plugin.editor.setFills('Layer', others)
  if (does === 'raise') plugin.editor.setFills('Layer', [...others, chosen])
  if (does === 'toggle') plugin.editor.setFills('Layer', replaced({ visible: !chosen.visible }))
  if (does === 'fade') plugin.editor.setFills('Layer', replaced({ opacity: 0.25 }))
}

/** The paints that are not Refill's, without whether they show. */
async function ownOn(plugin: OpenPlugin, known: ReadonlySet<string>) {
  return fillsOf(plugin, 'Layer')
    .filter((each) => each.type !== 'IMAGE' || known.has(each.imageHash ?? ''))
    .map(({ visible: _visible, ...content }) => content)
}

test('whatever is done to a layer, Refill keeps the designer’s paints, and each of its steps is one undo', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(paint, { minLength: 1, maxLength: 4 }),
      fc.array(step as fc.Arbitrary<Step>, { minLength: 3, maxLength: 8 }),
      async (fills, steps) => {
        const plugin = await plugins.open(
          [layer('Layer', fills), layer('All', [photo(), photo({ picture: 'grey' })], { y: 900 })],
          pictures,
        )
        const known = new Set(
          fillsOf(plugin, 'All').flatMap((each) => (each.type === 'IMAGE' ? [each.imageHash!] : [])),
        )
        const states = [json(plugin)]
        for (const each of steps) {
          const own = await ownOn(plugin, known)
          if (each.does === 'undo') {
            plugin.editor.undo()
            if (states.length > 1) states.pop()
            expect(json(plugin)).toBe(states.at(-1))
            continue
          }
          const isDesigners = (DESIGNER as readonly string[]).includes(each.does)
          if (isDesigners) design(plugin, each)
          else await refill(plugin, each)
          if (!isDesigners) expect(await ownOn(plugin, known)).toEqual(own)
          if (json(plugin) !== states.at(-1)) states.push(json(plugin))
        }
        expect(plugin.editor.errors()).toEqual([])
        plugin.run.close()
      },
    ),
    { numRuns: 40 },
  )
}, 120_000)
