import { T } from '../texts.ts'
import type { PromptFault, WordsFault } from '../words/prompt-words.ts'
import { templateFaultText } from './exports.ts'
import { countOf } from './numbers.ts'
import { listed } from './phrases.ts'

/** A prompt of the list that no layer has words for. */
export const wordlessText = (name: string) => `“${name}” has no words yet: write its prompt, or untick it.`

/** What opens and names the box of a row. */
export const ownPromptOf = (name: string) => `${T.ownPrompt} of ${name}`

/** What a row says of its words where it cannot send them. */
export function wordsFaultText(fault: WordsFault): string {
  if (typeof fault === 'object' && ('brace' in fault || 'unknown' in fault)) return promptFaultText(fault)
  const sentence = lackText(fault)
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`
}

/** Why a prompt cannot be used, and which words there are. */
export function promptFaultText({ properties, ...fault }: PromptFault): string {
  const words = ['layer', 'page', 'n', 'text:Name', ...properties].map((name) => `{${name}}`)
  const there = `There is ${listed(words)}.`
  if ('brace' in fault) return `${templateFaultText(fault)} ${there}`
  return `${unknownText(fault.unknown)} ${there}`
}

/** Why Run does nothing: a layer has no words to send; `others` have none either. Without a name it is the prompt. */
export function refusedWordsText(fault: WordsFault, { name, others }: { name?: string | undefined; others: number }) {
  if (name === undefined) return wordsFaultText(fault)
  if (typeof fault === 'object' && ('brace' in fault || 'unknown' in fault))
    return `“${name}”: ${promptFaultText(fault)}`
  const also = others > 0 ? ` ${countOf(others, 'other layer')} cannot run either: the list says why.` : ''
  const advice = typeof fault === 'object' && 'length' in fault ? 'Shorten the prompt' : 'Change the prompt'
  return `“${name}” ${lackText(fault)}.${also} ${advice}, or leave ${others > 0 ? 'them' : 'it'} out.`
}

/** What goes on after the name of a layer. */
function lackText(fault: Exclude<WordsFault, PromptFault>): string {
  if (fault === 'blank') return 'has no words to send'
  if (fault === 'gone') return 'is no longer in the file'
  if ('length' in fault) return `sends ${fault.length} characters; this model takes ${fault.limit}`
  const lacks = [...fault.lacksTexts.map((name) => `text “${name}”`), ...fault.lacks.map((name) => `“${name}”`)]
  return `has no ${listed(lacks, 'and no')}`
}

export function unknownText(unknown: readonly string[]): string {
  const names = unknown.map((name) => `{${name}}`)
  return `${names.join(', ')} ${names.length === 1 ? 'stands' : 'stand'} for nothing.`
}
