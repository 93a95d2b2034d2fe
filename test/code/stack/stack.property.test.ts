import type { Paint } from '@figma/plugin-typings/plugin-api-standalone'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { withAppearanceEdit, withImageEdit } from '../../../src/code/stack/insert.ts'
import { withOriginal } from '../../../src/code/stack/original.ts'
import { withResult } from '../../../src/code/stack/pick.ts'
import { withoutHidden } from '../../../src/code/stack/remove.ts'
import { type Layer, own, SAME } from './paints.ts'

// What a designer could have on a layer, each with a name that nothing of Refill reads, to know it again by.
type Named = Paint & { name: string }

const base: fc.Arbitrary<Paint> = fc.oneof(
  fc.record({
    type: fc.constant('IMAGE' as const),
    scaleMode: fc.constantFrom('FILL' as const, 'FIT' as const, 'TILE' as const),
    imageHash: fc.constantFrom('a', 'b', 'c'),
    opacity: fc.constantFrom(0.5, 1),
  }),
  fc.record({
    type: fc.constant('SOLID' as const),
    color: fc.record({ r: fc.constantFrom(0, 1), g: fc.constant(0), b: fc.constant(0) }),
  }),
  fc.constant({ type: 'SHADER', shader: 'ripple' } as unknown as Paint),
)
const paint = fc.tuple(base, fc.boolean()).map(([content, visible]): Paint => ({ ...content, visible }))

type Step =
  | { does: 'edit' | 'show' | 'hide' | 'raise' | 'remove' | 'fade' | 'pick' | 'tidy' | 'original' | 'look'; at: number }
  | { does: 'add'; at: number; paint: Paint }

const REFILL = ['edit', 'look', 'pick', 'original', 'tidy'] as const
const DESIGNER = ['show', 'hide', 'raise', 'remove', 'fade'] as const
const at = fc.nat(9)
const refillStep: fc.Arbitrary<Step> = fc.record({ does: fc.constantFrom(...REFILL), at })
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: refillStep },
  { weight: 1, arbitrary: fc.record({ does: fc.constantFrom(...DESIGNER), at }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('add' as const), at, paint }) },
)

/** What a step of Refill makes of the layer; results are numbered. */
function refilled(layer: Layer, { does, at }: Step, next: string): Layer {
  const { paints, results } = layer
  const images = paints.flatMap((each) => (each.type === 'IMAGE' && each.imageHash ? [each.imageHash] : []))
  const known = [...results.keys()]
  if (does === 'edit' && images.length > 0) {
    const source = images[at % images.length]!
    const picked = withImageEdit(paints, { source, result: next, fit: SAME, results })
    return picked ? { paints: picked.paints, results: new Map(results).set(next, picked.origin) } : layer
  }
  if (does === 'look') {
    const picked = withAppearanceEdit(paints, next, results)
    return { paints: picked.paints, results: new Map(results).set(next, picked.origin) }
  }
  if (does === 'pick' && known.length > 0) {
    const hash = known[at % known.length]!
    const picked = withResult(paints, hash, results)
    return picked ? { paints: picked.paints, results: new Map(results).set(hash, picked.origin) } : layer
  }
  if (does === 'original') return { ...layer, paints: withOriginal(paints, results) ?? paints }
  if (does === 'tidy') return { ...layer, paints: withoutHidden(paints, results).paints }
  return layer
}

function designed({ paints, results }: Layer, step: Step, name: string): Layer {
  const index = paints.length === 0 ? 0 : step.at % paints.length
  const before = paints.slice(0, index)
  const [chosen, ...rest] = paints.slice(index)
  if (step.does === 'add') return { results, paints: [...before, named(step.paint, name), ...paints.slice(index)] }
  if (!chosen) return { paints, results }
  if (step.does === 'remove') return { results, paints: [...before, ...rest] }
  if (step.does === 'raise') return { results, paints: [...before, ...rest, chosen] }
  if (step.does === 'fade') return { results, paints: [...before, { ...chosen, opacity: 0.25 }, ...rest] }
  return { results, paints: [...before, { ...chosen, visible: step.does === 'show' }, ...rest] }
}

const named = (content: Paint, name: string): Named => ({ ...content, name })
const isRefills = ({ does }: Step) => (REFILL as readonly string[]).includes(does)

/** Everything of a paint but whether it shows. */
const content = ({ visible: _visible, ...others }: Paint) => others
/** A layer that shows nothing has no look to edit. */
const showsSomething = (layer: Layer) => shownCount(layer) > 0
const shownCount = ({ paints }: Layer) => paints.filter(({ visible }) => visible).length

const world = fc.array(paint, { maxLength: 6 }).map(
  (paints): Layer => ({
    paints: paints.map((each, index) => named(each, `p${index}`)),
    results: new Map(),
  }),
)

test('no paint that Refill did not add disappears, changes or moves relative to the others', () => {
  fc.assert(
    fc.property(world, fc.array(anyStep, { maxLength: 14 }), (start, steps) => {
      let layer = start
      steps.forEach((step, index) => {
        if (!isRefills(step)) {
          layer = designed(layer, step, `n${index}`)
          return
        }
        const before = namesOf(layer)
        layer = refilled(layer, step, `r${index}`)
        const after = layer.paints.filter(isTheirs)
        expect(after.map(content)).toEqual(before.map(content))
      })
    }),
    { numRuns: 3000 },
  )
})

test('after any number of results Original shows exactly what showed before the first', () => {
  fc.assert(
    fc.property(world.filter(showsSomething), fc.array(refillStep, { maxLength: 12 }), (start, steps) => {
      let layer = start
      for (const [index, step] of steps.entries()) layer = refilled(layer, step, `r${index}`)
      const back = { ...layer, paints: withOriginal(layer.paints, layer.results) ?? layer.paints }
      expect(own(back)).toEqual(start.paints)
      expect(shownCount(back)).toBe(shownCount(start))
    }),
    { numRuns: 3000 },
  )
})

test('a result shows once it is placed or picked', () => {
  fc.assert(
    fc.property(world, fc.array(anyStep, { maxLength: 10 }), (start, steps) => {
      let layer = start
      steps.forEach((step, index) => {
        layer = isRefills(step) ? refilled(layer, step, `r${index}`) : designed(layer, step, `n${index}`)
      })
      const placed = refilled(layer, { does: 'look', at: 0 }, 'last')
      expect(visibleHashes(placed)).toContain('last')
      for (const hash of placed.results.keys()) {
        const picked = withResult(placed.paints, hash, placed.results)
        if (picked) expect(visibleHashes(picked)).toContain(hash)
      }
    }),
    { numRuns: 1000 },
  )
})

const visibleHashes = ({ paints }: { paints: readonly Paint[] }) =>
  paints.flatMap((each) => (each.type === 'IMAGE' && each.visible ? [each.imageHash] : []))

/** A result has the name of its source, or none; it is told apart by a hash that only Refill gives. */
const isTheirs = (each: Paint) => !(each.type === 'IMAGE' && /^r\d+$|^last$/.test(each.imageHash ?? ''))
const namesOf = ({ paints }: Layer) => paints.filter(isTheirs)
