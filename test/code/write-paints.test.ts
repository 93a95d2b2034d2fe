import type { Paint } from '@figma/plugin-typings/plugin-api-standalone'
import { expect, test } from 'vitest'
import { writePaints } from '../../src/code/write-paints.ts'

const layer = () => ({
  fills: [] as readonly Paint[],
  later: undefined as readonly Paint[] | undefined,
  async setFillsAsync(paints: readonly Paint[]) {
    this.later = paints
  },
})

const solid: Paint = { type: 'SOLID', color: { r: 0, g: 0, b: 0 } }
const pattern = { type: 'PATTERN', sourceNodeId: '1:2' } as unknown as Paint

test('paints are written at once', () => {
  const written = layer()
  void writePaints(written, [solid])
  expect(written).toMatchObject({ fills: [solid], later: undefined })
})

test('a stack with a pattern is written the only way that Figma takes it', async () => {
  const written = layer()
  await writePaints(written, [pattern, solid])
  expect(written).toMatchObject({ fills: [], later: [pattern, solid] })
})
