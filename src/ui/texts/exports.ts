import type { CaseStyle, ExportChoice, FileFormat } from '../exports/choice.ts'
import type { PlannedFile } from '../exports/plan.ts'
import type { ExportState } from '../state/export-files.ts'
import type { ExportTally } from '../state/export-tally.ts'
import type { Obstacle } from '../state/exports.ts'
import type { Price } from '../state/price.ts'
import { T } from '../texts.ts'
import type { TemplateFault } from '../words/template.ts'
import { isPaid, sumsText } from './money.ts'
import { filesText, forCount, numberText, weightText } from './numbers.ts'
import { inOneLine } from './phrases.ts'
import { endedOtherwise } from './run.ts'
import { sizeText } from './sizes.ts'
import { unknownText } from './words.ts'

export const EXPORT_SOURCES: Record<ExportChoice['from'], string> = {
  layers: 'Layers’ own settings',
  rules: 'My rules',
}

export const FORMAT_NAMES: Record<FileFormat, string> = { PNG: 'PNG', JPG: 'JPG', WEBP: 'WebP', SVG: 'SVG', PDF: 'PDF' }

export const CASE_NAMES: Record<CaseStyle, string> = {
  'as-is': 'As it is',
  lower: 'lower case',
  kebab: 'kebab-case',
  snake: 'snake_case',
  camel: 'camelCase',
  pascal: 'PascalCase',
}

export const EXPORTED_PICTURES: Record<ExportChoice['pictures'], string> = {
  shown: 'What shows',
  all: 'Every result, and the original',
}

/** Why there is nothing to export, and what to do about it. */
export const OBSTACLES: Record<Exclude<Obstacle, 'fault'>, string> = {
  looking: '',
  selection: 'Select the layers that should become files.',
  size: 'A size cannot be used: write 2x, 512w or 512h.',
  ground: 'The ground is no colour: write it as #ffffff.',
  template: 'Correct the file names first.',
  rules: 'Add a rule: each one makes a file of every layer.',
  settings: 'None of these layers has export settings.',
  layers: 'Nothing of what is selected can be exported.',
}

/** Why there is no file of a layer. */
export const NOT_EXPORTED = {
  hidden: 'It is hidden',
  empty: 'There is nothing to draw',
  none: 'It has no export settings',
} as const

const EXPORT_STATES: Record<Exclude<ExportState['at'], 'done'>, string> = {
  waiting: 'Waiting',
  drawing: 'Drawing…',
  failed: 'Failed',
  stopped: 'Stopped',
}

/** Of an export: what is not paid for again. */
export const lentText = (count: number) =>
  forCount(count, '1 image is made larger already', `${numberText(count)} images are made larger already`)

/** The button, before there is anything to pay or with what it costs. */
export const exportText = (files: number, price: Price | undefined) =>
  [
    files > 0 ? `${T.export} ${filesText(files)}` : T.export,
    price?.at === 'known' && isPaid(price.sums) && `for ${sumsText(price.sums)}`,
  ]
    .filter(Boolean)
    .join(' ')

export const notExportedText = (count: number) => `${T.notExported} (${count})`

export const missedFilesText = (count: number) => `With images as they are (${count})`

/** Of a file: where it shows less than was made for it. */
export const missedText = (layers: number) =>
  forCount(
    layers,
    '1 layer in it shows its own image, not the larger one.',
    `${numberText(layers)} layers in it show their own images, not the larger ones.`,
  )

export const failedFilesText = (count: number) => `${T.failedFiles} (${count})`

/** What a file will be, before it is there; its name says the format. */
export const plannedText = ({ size }: Pick<PlannedFile, 'size'>) => sizeText(size)

/** How a file stands. */
export const fileStateText = (state: ExportState) =>
  state.at === 'done'
    ? inOneLine([state.size && sizeText(state.size), weightText(state.bytes)])
    : EXPORT_STATES[state.at]

export const exportProgressText = ({ done, failed, stopped, total, bytes }: ExportTally) =>
  inOneLine([`${done} of ${filesText(total)}`, ...endedOtherwise({ failed, stopped }), bytes > 0 && weightText(bytes)])

export const exportAnnouncedText = ({ done, total }: ExportTally) => `${done} of ${filesText(total)} exported`

export const exportEndedText = ({ done, failed, stopped, total }: ExportTally) =>
  [
    done === total ? `${filesText(total)} exported` : `${done} of ${filesText(total)} exported`,
    ...endedOtherwise({ failed, stopped }),
  ]
    .filter(Boolean)
    .join(', ')

/** What Figma says at the end. */
export const exportNotified = (tally: ExportTally, { isLost }: { isLost: boolean }) =>
  `Refill: ${isLost ? 'the files could not be saved' : exportEndedText(tally)}`

/** What is saved once more, or for the first time, where an export was stopped. */
export const saveFinishedText = ({ done, total }: ExportTally) =>
  done === total ? T.saveAgain : `Save the ${done} finished`

/** All of them come in one file again, and the button says so. */
export const exportAgainText = ({ failed, stopped, total }: ExportTally) =>
  [
    stopped > 0 ? `Export the other ${failed + stopped}` : `${T.retryFailed} (${failed})`,
    total > 1 && `save all ${total}`,
  ]
    .filter(Boolean)
    .join(', ')

/** After a run that came before an export. */
export const notYetLargerText = (left: number) =>
  forCount(
    left,
    '1 image has not become larger. Export anyway?',
    `${numberText(left)} images have not become larger. Export anyway?`,
  )

export const ruleName = (position: number) => `rule ${position}`

/** Why a template cannot be used, and what to do. */
export function templateFaultText(fault: TemplateFault): string {
  if ('brace' in fault)
    return `A ${fault.brace} is without its other half. Write ${fault.brace}${fault.brace} for the brace itself.`
  return `${unknownText(fault.unknown)} See “${T.namesWith}” for what does.`
}
