import type { Paint } from '@figma/plugin-typings/plugin-api-standalone'
import { expect, test } from 'vitest'
import { keysOf } from '../../src/code/paint-key.ts'
import { hidden, image, solid } from './stack/paints.ts'

const NONE = new Set<number>()

test('keys tell equal paints apart and outlive a change of visibility', () => {
  expect(keysOf([solid, hidden(solid), image('a'), image('a')], NONE)).toEqual([
    expect.stringMatching(/^SOLID \w+$/),
    expect.stringMatching(/^SOLID \w+ 1$/),
    'IMAGE a',
    'IMAGE a 1',
  ])
  expect(keysOf([solid], NONE)).toEqual(keysOf([hidden(solid)], NONE))
})

test('a result takes no number from an equal image that was there before', () => {
  expect(keysOf([image('a'), image('a'), image('a')], new Set([1]))).toEqual(['IMAGE a', 'RESULT a', 'IMAGE a 1'])
})

test('a bound colour is the same paint whatever its variable is worth', () => {
  const bound = (r: number): Paint => ({
    ...solid,
    color: { r, g: 0, b: 0 },
    boundVariables: { color: { type: 'VARIABLE_ALIAS', id: 'VariableID:1:2' } },
  })
  expect(keysOf([bound(0)], NONE)).toEqual(keysOf([bound(1)], NONE))
  expect(keysOf([bound(0)], NONE)).not.toEqual(keysOf([solid], NONE))
})
