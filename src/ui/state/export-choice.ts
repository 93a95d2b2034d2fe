import { computed, type ReadonlySignal, signal } from '@preact/signals'
import type { ExportChoice, Rule } from '../exports/choice.ts'
import { fileSizeText, parseFileSize } from '../exports/file-size.ts'
import { ruleOf } from '../exports/presets.ts'
import { groundOf, qualityOf } from '../exports/stored-choice.ts'

export interface ExportChoiceServices {
  /** As it is kept with the settings. */
  stored: ReadonlySignal<ExportChoice>
  keep(choice: ExportChoice): void
}

export interface RuleRow {
  /** Its own as long as it is there, whatever becomes of it. */
  id: number
  rule: Rule
  /** What its size box shows, and whether that is no size. */
  size: string
  isWrong: boolean
}

export type ExportChoiceModel = ReturnType<typeof createExportChoice>

/** What a designer chose for exports, and the verbs that change it. */
export function createExportChoice({ stored, keep }: ExportChoiceServices) {
  const ids = new WeakMap<Rule, number>()
  let lastId = 0
  function idOf(rule: Rule): number {
    const id = ids.get(rule) ?? ++lastId
    ids.set(rule, id)
    return id
  }
  /** What is in the size boxes of rules, by id, and in that of the ground, while it is typed or is of no use. */
  const typed = signal<ReadonlyMap<number, string>>(new Map())
  const typedGround = signal<string | undefined>(undefined)

  const change = (part: Partial<ExportChoice>) => keep({ ...stored.peek(), ...part })
  const changeRules = (rules: readonly Rule[]) => change({ rules })
  function changeRule(id: number, part: Partial<Rule>) {
    changeRules(
      stored.peek().rules.map((rule) => {
        if (idOf(rule) !== id) return rule
        const next = { ...rule, ...part }
        ids.set(next, id)
        return next
      }),
    )
  }
  function keepTyped(id: number, text: string | undefined) {
    const next = new Map(typed.peek())
    if (text === undefined) next.delete(id)
    else next.set(id, text)
    typed.value = next
  }

  const rules = computed(() =>
    stored.value.rules.map((rule): RuleRow => {
      const id = idOf(rule)
      const size = typed.value.get(id) ?? fileSizeText(rule.size)
      return { id, rule, size, isWrong: hasSize(rule) && parseFileSize(size) === undefined }
    }),
  )
  const ground = computed(() => typedGround.value ?? stored.value.ground)
  const isGroundWrong = computed(() => groundOf(ground.value) === undefined)
  const needsGround = computed(
    () => stored.value.from === 'rules' && stored.value.rules.some(({ format }) => format === 'JPG'),
  )

  return {
    all: stored,
    rules,
    ground,
    isGroundWrong,
    /** Whether any file has a ground of its own: what Figma writes by itself has none to choose. */
    needsGround,
    /** What has to be put right before there can be files. */
    wrong: computed((): 'size' | 'ground' | undefined => {
      if (stored.value.from === 'rules' && rules.value.some(({ isWrong }) => isWrong)) return 'size'
      return needsGround.value && isGroundWrong.value ? 'ground' : undefined
    }),
    change,
    /** These and no others, for all layers. */
    applyRules: (rules: readonly Rule[]) => change({ from: 'rules', rules: rules.map((rule) => ({ ...rule })) }),
    /** One more, as the last one is but for its size: two files of one layer at one scale would be the same. */
    addRule() {
      const { rules } = stored.peek()
      const last = rules.at(-1)
      changeRules([...rules, last ? { ...last, ...larger(last) } : ruleOf('PNG')])
    },
    duplicateRule(id: number) {
      changeRules(stored.peek().rules.flatMap((rule) => (idOf(rule) === id ? [rule, { ...rule }] : [rule])))
    },
    removeRule(id: number) {
      keepTyped(id, undefined)
      changeRules(stored.peek().rules.filter((rule) => idOf(rule) !== id))
    },
    changeRule,
    changeQuality: (id: number, quality: number) => changeRule(id, { quality: qualityOf(quality) }),
    /** Stays in its box as it is typed, and counts as soon as it is a size. */
    typeSize(id: number, text: string) {
      keepTyped(id, text)
      const size = parseFileSize(text)
      if (size) changeRule(id, { size })
    },
    /** The box was left: what is a size is shown as such. */
    settleSize(id: number) {
      if (parseFileSize(typed.peek().get(id) ?? '')) keepTyped(id, undefined)
    },
    typeGround(text: string) {
      typedGround.value = text
      const ground = groundOf(text)
      if (ground) change({ ground })
    },
    settleGround() {
      if (!isGroundWrong.peek()) typedGround.value = undefined
    },
  }
}

/** SVG and PDF have the layer's own. */
export const hasSize = ({ format }: Rule) => format !== 'SVG' && format !== 'PDF'

/** Whether it says how good a file is made: what is made of a PNG here. */
export const hasQuality = ({ format }: Rule) => format === 'JPG' || format === 'WEBP'

function larger({ size }: Rule): Partial<Rule> {
  const value = size.by === 'scale' ? size.value + 1 : size.value * 2
  const next = { ...size, value }
  return { size: next, suffix: `@${fileSizeText(next)}` }
}
