import { FORMATS } from '../exports/stored-choice.ts'
import { type ExportChoiceModel, hasQuality, hasSize, type RuleRow } from '../state/export-choice.ts'
import { FORMAT_NAMES, ruleName } from '../texts/exports.ts'
import { named } from '../texts/phrases.ts'
import { T } from '../texts.ts'
import css from './export.module.css'
import { IconButton } from './icon-button.tsx'

interface Props {
  row: RuleRow
  position: number
  choice: ExportChoiceModel
}

/** One rule in one line: how large, which suffix, which kind of file and how good. */
export function ExportRule({ row: { id, rule, size, isWrong }, position, choice }: Props) {
  const name = ruleName(position)
  return (
    <li class={css.rule}>
      {hasSize(rule) && (
        <input
          type="text"
          class={css.size}
          list="export-sizes"
          aria-label={named(T.ruleSize, name)}
          aria-invalid={isWrong}
          value={size}
          autocomplete="off"
          onInput={({ currentTarget }) => choice.typeSize(id, currentTarget.value)}
          onBlur={() => choice.settleSize(id)}
        />
      )}
      <input
        type="text"
        class={css.suffix}
        aria-label={named(T.ruleSuffix, name)}
        placeholder={T.ruleSuffix}
        value={rule.suffix}
        autocomplete="off"
        spellcheck={false}
        onInput={({ currentTarget }) => choice.changeRule(id, { suffix: currentTarget.value })}
      />
      <select
        aria-label={named(T.format, name)}
        value={rule.format}
        onChange={({ currentTarget: { value } }) =>
          choice.changeRule(id, { format: FORMATS.find((format) => format === value)! })
        }
      >
        {FORMATS.map((format) => (
          <option key={format} value={format}>
            {FORMAT_NAMES[format]}
          </option>
        ))}
      </select>
      {hasQuality(rule) && (
        <input
          type="number"
          class={css.quality}
          aria-label={named(T.quality, name)}
          title={T.qualityHint}
          min={1}
          max={100}
          value={rule.quality}
          // Once it is typed to its end: 9 is on the way to 90.
          onChange={({ currentTarget }) => {
            choice.changeQuality(id, currentTarget.valueAsNumber)
            currentTarget.value = String(choice.rules.peek().find((row) => row.id === id)!.rule.quality)
          }}
        />
      )}
      <IconButton
        label={T.duplicateRule}
        name={name}
        path="M4.5 4.5v-2h7v7h-2m-7-5h7v7h-7z"
        onPress={() => choice.duplicateRule(id)}
      />
      <IconButton label={T.remove} name={name} path="M3 7h8" onPress={() => choice.removeRule(id)} />
    </li>
  )
}
