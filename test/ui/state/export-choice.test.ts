import { computed, signal } from '@preact/signals'
import { expect, test } from 'vitest'
import type { ExportChoice, Rule } from '../../../src/ui/exports/choice.ts'
import { PRESETS } from '../../../src/ui/exports/presets.ts'
import { createExportChoice } from '../../../src/ui/state/export-choice.ts'
import { choiceWith } from '../jobs/exports.ts'

function stage(part: Partial<ExportChoice> = {}) {
  const all = signal(choiceWith({ from: 'rules', ...part }))
  const choice = createExportChoice({
    stored: computed(() => all.value),
    keep: (next) => {
      all.value = next
    },
  })
  const idOf = (position: number) => choice.rules.value[position - 1]!.id
  return { choice, all, idOf, sizes: () => choice.rules.value.map(({ size }) => size) }
}

const rule = (part: Partial<Rule> = {}): Rule => ({
  ...{ size: { by: 'scale', value: 1 }, format: 'PNG', suffix: '', quality: 85 },
  ...part,
})

test('a rule that is added is the next larger one', () => {
  const { choice, all } = stage({ rules: [rule()] })
  choice.addRule()
  choice.addRule()
  expect(all.value.rules).toEqual([
    rule(),
    rule({ size: { by: 'scale', value: 2 }, suffix: '@2x' }),
    rule({ size: { by: 'scale', value: 3 }, suffix: '@3x' }),
  ])
})

test('the first rule of none is a PNG as it is', () => {
  const { choice, all } = stage({ rules: [] })
  choice.addRule()
  expect(all.value.rules).toEqual([rule()])
})

test('a rule keeps its id whatever becomes of it, and a duplicate of it has one of its own', () => {
  const { choice, idOf } = stage({ rules: [rule()] })
  const id = idOf(1)
  choice.changeRule(id, { format: 'JPG' })
  choice.duplicateRule(id)
  expect(idOf(1)).toBe(id)
  expect(idOf(2)).not.toBe(id)
  choice.changeRule(idOf(2), { suffix: '-b' })
  expect(choice.rules.value.map(({ rule }) => [rule.format, rule.suffix])).toEqual([
    ['JPG', ''],
    ['JPG', '-b'],
  ])
  choice.removeRule(id)
  expect(choice.rules.value.map(({ rule }) => rule.suffix)).toEqual(['-b'])
})

test('a size counts as soon as it is one, and stays as it is typed until the box is left', () => {
  const { choice, all, idOf, sizes } = stage({ rules: [rule()] })
  choice.typeSize(idOf(1), '2')
  expect([all.value.rules[0]!.size.value, ...sizes()]).toEqual([2, '2'])
  choice.settleSize(idOf(1))
  expect(sizes()).toEqual(['2x'])
})

test('what is no size stays in its box and nothing can be exported; the rule keeps its last one', () => {
  const { choice, all, idOf, sizes } = stage({ rules: [rule()] })
  choice.typeSize(idOf(1), 'large')
  choice.settleSize(idOf(1))
  expect([choice.wrong.value, choice.rules.value[0]!.isWrong, ...sizes()]).toEqual(['size', true, 'large'])
  expect(all.value.rules[0]!.size).toEqual({ by: 'scale', value: 1 })
  choice.change({ from: 'layers' })
  expect(choice.wrong.value).toBeUndefined()
})

test('of an SVG the size is not asked, so it is never wrong', () => {
  const { choice, idOf } = stage({ rules: [rule()] })
  choice.typeSize(idOf(1), 'large')
  choice.changeRule(idOf(1), { format: 'SVG' })
  expect(choice.wrong.value).toBeUndefined()
})

test('a ground is asked only where a JPG is made here, and has to be a colour', () => {
  const { choice, all, idOf } = stage({ rules: [rule()] })
  expect(choice.needsGround.value).toBe(false)
  choice.changeRule(idOf(1), { format: 'JPG' })
  expect(choice.needsGround.value).toBe(true)
  choice.typeGround('blue')
  expect([choice.wrong.value, choice.ground.value, all.value.ground]).toEqual(['ground', 'blue', '#ffffff'])
  choice.typeGround('1E90FF')
  choice.settleGround()
  expect([choice.wrong.value, choice.ground.value, all.value.ground]).toEqual([undefined, '#1e90ff', '#1e90ff'])
  choice.change({ from: 'layers' })
  expect(choice.needsGround.value).toBe(false)
})

test('a quality is brought within its bounds', () => {
  const { choice, all, idOf } = stage({ rules: [rule({ format: 'JPG' })] })
  const qualities = [0, 150, 62.4, Number.NaN].map((quality) => {
    choice.changeQuality(idOf(1), quality)
    return all.value.rules[0]!.quality
  })
  expect(qualities).toEqual([1, 100, 62, 85])
})

test('a preset is in the place of all rules, and changing one of them changes no preset', () => {
  const { choice, all, idOf } = stage({ from: 'layers', rules: [rule({ format: 'PDF' })] })
  const preset = PRESETS.find(({ key }) => key === 'png123')!
  choice.applyRules(preset.rules)
  expect([all.value.from, all.value.rules]).toEqual(['rules', preset.rules])
  choice.changeRule(idOf(1), { suffix: 'mine' })
  expect(preset.rules[0]!.suffix).toBe('')
})
