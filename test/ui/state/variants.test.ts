import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { AppError } from '../../../src/shared/errors.ts'
import type { LayerRow, PlacedIn, VariantSource } from '../../../src/shared/protocol.ts'
import { createChoice } from '../../../src/ui/state/choice.ts'
import { createForm, type Form } from '../../../src/ui/state/form.ts'
import { createSelection, type EditableRow } from '../../../src/ui/state/selection.ts'
import { createVariants } from '../../../src/ui/state/variants.ts'
import { comingText } from '../../../src/ui/texts/new-variants.ts'
import type { Prompted } from '../../../src/ui/words/prompt-words.ts'
import { containerRows, fakeCode, imageRow, jobOn } from '../jobs/fakes.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
afterEach(() => void vi.useRealTimers())

const SET = { id: 'set', name: 'Card', properties: { Tone: ['Light', 'Dark'], Size: ['S', 'M'] } }
const variant = (Tone: string, Size: string): VariantSource => ({
  ...{ kind: 'variant', id: `${Tone} ${Size}`, name: `Tone=${Tone}, Size=${Size}`, set: SET, values: { Tone, Size } },
})
const layer = (name: string): VariantSource => ({ kind: 'layer', id: `id of ${name}`, name })
const none = (why: Extract<VariantSource, { kind: 'none' }>['why']): VariantSource => ({ kind: 'none', why })

interface Given {
  sources: Record<string, VariantSource>
  form?: Partial<Form>
  columns?: string[]
  /** Rows with words of their own, by their names. */
  own?: Record<string, string>
  make?: (input: { ids: readonly string[] }) => unknown
}

/** A form whose place are new variants; the rows are named as their sources. */
async function stage(
  { sources, form: part, columns = [], own = {}, make }: Given,
  rows: LayerRow[] = Object.keys(sources).map((name) => imageRow(name)),
) {
  const code = fakeCode({
    readVariantSources: ({ layers }: { layers: readonly PlacedIn[] }) =>
      layers.map(({ id }) => sources[id.slice('id of '.length)]),
    makeComponents: make ?? (({ ids }) => ({ ids: Object.fromEntries(ids.map((id) => [id, `new ${id}`])) })),
  })
  const selection = createSelection()
  const choice = createChoice(selection)
  const form = createForm('m')
  const prompted = (row: EditableRow): Prompted[] => {
    const { prompt } = form.all.value
    if (columns.length === 0) return [{ row, prompt: own[row.name] ?? prompt, isOwn: row.name in own }]
    return columns.map((name) => ({ row, prompt, isOwn: false, column: { id: name, name } }))
  }
  const prompts = { of: (rows: readonly EditableRow[]) => rows.flatMap(prompted) }
  const variants = createVariants({ code, selection, choice, form, prompts })
  selection.follow({ rows })
  form.change({ prompt: 'Make it night', place: 'variant', ...part })
  const later = () => vi.advanceTimersByTimeAsync(1000)
  await later()
  const planned = (rows: readonly EditableRow[]) =>
    prompts.of(rows).map(({ row, column }) => jobOn(row as EditableRow, { place: 'variant', column }))
  return { code, selection, choice, form, variants, later, jobs: () => variants.aim(choice.chosen.value).jobs(planned) }
}

test('the document is asked only while new variants are the place, for the chosen rows and once they have settled', async () => {
  const { code, selection, form, variants, later } = await stage({
    sources: { a: variant('Light', 'S') },
    form: { place: 'layer' },
  })
  expect([code.names(), variants.isOn.value]).toEqual([[], false])
  form.change({ place: 'variant' })
  expect([variants.unknown.value, variants.coming.value]).toEqual([1, []])
  await later()
  expect(code.inputs('readVariantSources')).toEqual([{ layers: [{ id: 'id of a', container: 'id of a' }] }])
  selection.follow({ rows: containerRows('F', [imageRow('b')]) })
  selection.follow({ rows: containerRows('F', [imageRow('a')]) })
  await later()
  expect(code.inputs('readVariantSources')[1]).toEqual({ layers: [{ id: 'id of a', container: 'id of F' }] })
  expect(code.names()).toHaveLength(2)
})

test('what will come is said with the names as they are set', async () => {
  const { variants } = await stage({ sources: { a: variant('Light', 'S'), b: variant('Light', 'M') } })
  expect(variants.coming.value).toMatchObject([{ name: 'Card', count: 2, values: ['Make it night'], property: 'Tone' }])
  expect(variants.usualName.value).toBe('Make it night')
  variants.change({ name: 'Night' })
  variants.fill('set', 'Size')
  expect(variants.coming.value).toMatchObject([{ values: ['Night'], property: 'Size', collides: true }])
  expect(variants.usualName.value).toBe('Make it night')
})

test('with a list its names are the values, and no name is asked for', async () => {
  const { variants } = await stage({ sources: { a: layer('Hero') }, columns: ['Night', 'Dawn', 'Fog'] })
  expect(variants.coming.value).toMatchObject([
    { name: 'Hero', count: 3, values: ['Night', 'Dawn', 'Fog'], isSet: false },
  ])
  expect(variants.usualName.value).toBeUndefined()
})

test('without a name each component’s is called by its own prompt, and where all rows of one say other things by the first', async () => {
  const sources = { a: variant('Light', 'S'), b: variant('Light', 'S'), c: variant('Light', 'M') }
  const { variants, jobs } = await stage({ sources, own: { b: 'frost', c: 'Deep dusk, purple' } })
  expect(variants.coming.value).toMatchObject([{ count: 2, values: ['Make it night', 'Deep dusk'] }])
  expect(comingText(variants.coming.value[0]!)).toBe(
    '2 new variants of Card: Make it night, Deep dusk, from 2 variants',
  )
  variants.fill('set', 'Size')
  expect(variants.coming.value).toMatchObject([{ property: 'Size', collides: false }])
  expect(variants.usualName.value).toBe('What each prompt says')
  expect((await jobs()).map(({ into }) => into!.variant.value)).toEqual(['Make it night', 'Make it night', 'Deep dusk'])
  variants.change({ name: 'Late' })
  expect((await jobs()).map(({ into }) => into!.variant.value)).toEqual(['Late', 'Late', 'Late'])
})

test('rows that can be in none are left out, and where that are all it is said', async () => {
  const { variants, choice, jobs } = await stage({ sources: { a: none('instance'), b: variant('Light', 'S') } })
  expect(variants.able(choice.chosen.value).map(({ name }) => name)).toEqual(['b'])
  expect([variants.left.value, variants.of(imageRow('a'))]).toEqual([1, none('instance')])
  expect((await jobs()).map(({ row }) => row.name)).toEqual(['b'])
  const others = await stage({ sources: { a: none('library') } })
  await expect(others.jobs()).rejects.toMatchObject({ fault: 'selection' })
})

test('each job knows its variant, and the jobs of one component and prompt the same one', async () => {
  const sources = { a: variant('Light', 'S'), b: variant('Light', 'S'), c: variant('Dark', 'S') }
  const { jobs } = await stage({ sources, columns: ['Night', 'Dawn'] })
  const found = await jobs()
  expect(found.map(({ row, into }) => [row.name, into!.variant.component, into!.variant.value, into!.slot])).toEqual([
    ['a', 'Light S', 'Night', 0],
    ['a', 'Light S', 'Dawn', 0],
    ['b', 'Light S', 'Night', 1],
    ['b', 'Light S', 'Dawn', 1],
    ['c', 'Dark S', 'Night', 0],
    ['c', 'Dark S', 'Dawn', 0],
  ])
  expect(found[0]!.into!.variant).toBe(found[2]!.into!.variant)
  expect(found[1]!.into!.variant).toEqual({
    ...{ component: 'Light S', of: 'Card', property: 'Size', set: { id: 'set', properties: ['Tone', 'Size'] } },
    ...{ value: 'Dawn', order: 1, pictures: 2 },
  })
})

test('a layer becomes a component only where that is agreed, of these layers and before anything is planned', async () => {
  const rows = [...containerRows('Hero', [imageRow('a')]), imageRow('b')]
  const { code, variants, jobs } = await stage({ sources: { a: layer('Hero'), b: variant('Light', 'S') } }, rows)
  expect([variants.toMake.value, variants.agreed.value]).toEqual([['Hero'], false])
  await expect(jobs()).rejects.toMatchObject({
    fault: 'settings',
    message: expect.stringContaining('Make Hero a component first'),
  })
  expect(code.names()).not.toContain('makeComponents')
  variants.agree(true)
  expect(variants.agreed.value).toBe(true)
  const [first, second] = await jobs()
  expect(code.inputs('makeComponents')).toEqual([{ ids: ['id of Hero'] }])
  expect(first).toMatchObject({
    row: { id: 'id of a', inside: { id: 'new id of Hero' } },
    into: { variant: { component: 'new id of Hero', property: 'Style', value: 'Make it night' } },
  })
  expect(second!.into!.variant.component).toBe('Light S')
})

test('to agree to one layer is not to agree to another', async () => {
  const { selection, variants, later } = await stage({ sources: { a: layer('Hero'), b: layer('Banner') } }, [
    imageRow('a'),
  ])
  variants.agree(true)
  selection.follow({ rows: [imageRow('b')] })
  await later()
  expect([variants.toMake.value, variants.agreed.value]).toEqual([['Banner'], false])
})

test('where a layer cannot become a component nothing is run', async () => {
  const make = () => Promise.reject(new AppError('layer', '“Hero” cannot become a component.'))
  const { variants, jobs } = await stage({ sources: { a: layer('Hero') }, make })
  variants.agree(true)
  await expect(jobs()).rejects.toMatchObject({ message: '“Hero” cannot become a component.' })
})
