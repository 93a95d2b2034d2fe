import { expect, test } from 'vitest'
import { benchOptionsOf } from '../../../dev/bench/options.ts'
import { CASE_NAMES } from '../../../dev/bench/report.ts'

test('without options every case is measured and told as a table', () => {
  expect(benchOptionsOf([])).toEqual({ json: false, cases: CASE_NAMES })
})

test('--only takes cases in any order and runs them in ours', () => {
  expect(benchOptionsOf(['--json', '--only', 'scale, edits24'])).toEqual({ json: true, cases: ['edits24', 'scale'] })
})

test.each([
  [['--only', 'speed'], `There is no case “speed”: there are ${CASE_NAMES.join(', ')}.`],
  [['--only', ''], `There is no case “”: there are ${CASE_NAMES.join(', ')}.`],
  [['--only', 'scale,'], `There is no case “”: there are ${CASE_NAMES.join(', ')}.`],
  [['--fast'], 'There is no option --fast.'],
  [
    ['scale'],
    '“scale” belongs to no option. Two dashes come before the first one, as below, and quotation marks around what has spaces.',
  ],
])('%j is refused in one sentence', (args, sentence) => {
  expect(() => benchOptionsOf(args)).toThrow(new Error(sentence))
})
