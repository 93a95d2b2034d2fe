import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fillTemplate, isFault, parseTemplate, toTemplate, unknownIn } from '../../../src/ui/words/template.ts'

function filled(text: string, values: Record<string, string> = {}) {
  const template = parseTemplate(text)
  return isFault(template) ? template : fillTemplate(template, (token) => values[token])
}

const text = fc.string({ unit: fc.constantFrom('{', '}', 'a', ' ', '\n', 'é', '🌙', ':', '=', ',', '/') })

test('any text that is written as a template is filled in as itself', () => {
  fc.assert(
    fc.property(text, (text) => {
      expect(filled(toTemplate(text))).toBe(text)
    }),
  )
})

test('what is filled in is not read again, whatever it holds', () => {
  fc.assert(
    fc.property(text, text, text, (before, value, after) => {
      expect(filled(`${toTemplate(before)}{ Layer }${toTemplate(after)}`, { layer: value })).toBe(
        before + value + after,
      )
    }),
  )
})

test('any text is either a template or lacks a brace', () => {
  fc.assert(
    fc.property(text, (text) => {
      const template = parseTemplate(text)
      if (isFault(template)) expect(text).toContain(template.brace)
      else expect(template.every((part) => typeof part !== 'string' || part !== '')).toBe(true)
    }),
  )
})

test('names that stand for nothing are told as they were written, each once', () => {
  const template = parseTemplate('{Them} {layer} { Them }{text:Head}{}')
  if (isFault(template)) throw new Error('a brace is missing')
  expect(unknownIn(template, (token) => token === 'layer')).toEqual(['Them', 'text:Head', ''])
})
