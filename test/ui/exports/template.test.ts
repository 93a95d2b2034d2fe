import { expect, test } from 'vitest'
import { readTemplate } from '../../../src/ui/exports/template.ts'
import { fillTemplate, isFault } from '../../../src/ui/words/template.ts'

function filled(text: string, values: Record<string, string>) {
  const template = readTemplate(text, Object.keys(values))
  return isFault(template) ? template : fillTemplate(template, (token) => values[token])
}

test('text stays, tokens are filled in, and two braces are one', () => {
  expect(filled('a/{layer}-{ Layer }{suffix}.x', { layer: 'L', suffix: '@2x' })).toBe('a/L-L@2x.x')
  expect(filled('{{layer}} {{{layer}}}', { layer: 'L' })).toBe('{layer} {L}')
  expect(filled('{frame}/{layer}', { layer: 'L' })).toBe('/L')
})

test('properties are tokens, in any case and however they are composed', () => {
  const template = readTemplate('{theme}{HAS ICON?}{cafe\u0301}', ['Theme', 'Has icon?', 'Café'])
  expect(template).toMatchObject([{ token: 'theme' }, { token: 'has icon?' }, { token: 'café' }])
})

test('what stands for nothing is told as it was written, each once', () => {
  expect(readTemplate('{Layr}/{layer}{sufix}{Layr}{}')).toEqual({ unknown: ['Layr', 'sufix', ''] })
})

test.each([
  ['{layer', '{'],
  ['layer}', '}'],
  ['{layer{suffix}', '{'],
  ['{{layer}', '}'],
  ['{layer}}}}', '}'],
])('%s lacks a brace', (text, brace) => {
  expect(readTemplate(text)).toEqual({ brace })
})
