import { expect, test } from 'vitest'
import { cut, fitInto, nearestShape, resultSize, withinLimit } from '../../../src/ui/image/fit.ts'
import { RATIOS, SHAPES, sizeOfRatio } from './shapes.ts'

test('the nearest shape is the one with the nearest ratio, whatever the size', () => {
  expect(nearestShape({ width: 4000, height: 3000 }, SHAPES)).toEqual({ width: 1183, height: 887 })
  expect(nearestShape({ width: 30, height: 40 }, SHAPES)).toEqual({ width: 887, height: 1182 })
  expect(nearestShape({ width: 6000, height: 1000 }, SHAPES)).toEqual({ width: 1365, height: 768 })
  expect(nearestShape({ width: 500, height: 500 }, SHAPES)).toEqual({ width: 1024, height: 1024 })
})

test('twice as wide is as far from a square as twice as high', () => {
  const shapes = [
    { width: 400, height: 100 },
    { width: 100, height: 100 },
  ]
  expect(nearestShape({ width: 199, height: 100 }, shapes)).toBe(shapes[1])
  expect(nearestShape({ width: 201, height: 100 }, shapes)).toBe(shapes[0])
})

test('no shapes is a mistake of ours', () => {
  expect(() => nearestShape({ width: 1, height: 1 }, [])).toThrow('There is no shape')
})

test('wide content lies in the middle of a square, as large as it can be', () => {
  expect(fitInto({ width: 2000, height: 1000 }, { width: 1024, height: 1024 })).toEqual({
    x: 0,
    y: 256,
    width: 1024,
    height: 512,
  })
})

test('small content is enlarged, a hair stays visible', () => {
  expect(fitInto({ width: 10, height: 20 }, { width: 100, height: 100 })).toEqual({
    x: 25,
    y: 0,
    width: 50,
    height: 100,
  })
  expect(fitInto({ width: 10_000, height: 1 }, { width: 1000, height: 1000 })).toEqual({
    x: 0,
    y: 499,
    width: 1000,
    height: 1,
  })
})

test('content of any ratio lies inside any shape, touches two of its edges and is stretched by less than a px', () => {
  for (const ratio of RATIOS) {
    for (const shape of SHAPES) {
      const content = sizeOfRatio(ratio)
      const { x, y, width, height } = fitInto(content, shape)
      expect([x, y, width, height].every(Number.isInteger)).toBe(true)
      expect(x >= 0 && y >= 0 && x + width <= shape.width && y + height <= shape.height).toBe(true)
      expect(width === shape.width || height === shape.height).toBe(true)
      expect(Math.abs(width - (height * content.width) / content.height)).toBeLessThan(Math.max(1, ratio))
    }
  }
})

test('the cut follows the answer on each axis by itself', () => {
  const fitted = { x: 0, y: 256, width: 1024, height: 512 }
  const square = { width: 1024, height: 1024 }
  expect(cut(fitted, { shape: square, answer: square })).toEqual(fitted)
  expect(cut(fitted, { shape: square, answer: { width: 512, height: 1000 } })).toEqual({
    x: 0,
    y: 250,
    width: 512,
    height: 500,
  })
})

test('a result has exactly the ratio of its source where whole px allow it', () => {
  expect(resultSize({ width: 3000, height: 2000 }, { width: 1254, height: 836 })).toEqual({ width: 1254, height: 836 })
  expect(resultSize({ width: 4000, height: 3000 }, { width: 1183, height: 887 })).toEqual({ width: 1180, height: 885 })
  expect(resultSize({ width: 16, height: 9 }, { width: 1365, height: 768 })).toEqual({ width: 1360, height: 765 })
})

test('a result has no more px than the answer, nor than Figma takes', () => {
  for (const ratio of RATIOS) {
    for (const scale of [0.3, 1, 5]) {
      const source = sizeOfRatio(ratio)
      const room = { width: source.width * scale * 1.011, height: source.height * scale }
      const { width, height } = resultSize(source, room)
      expect(width).toBeLessThanOrEqual(Math.min(4096, Math.ceil(room.width)))
      expect(height).toBeLessThanOrEqual(Math.min(4096, Math.ceil(room.height)))
      const least = Math.min(scale, 4096 / Math.max(source.width, source.height)) * 0.985
      expect(width).toBeGreaterThanOrEqual(Math.floor(source.width * least))
    }
  }
})

test('the ratio of a result is within a thousandth of the source’s, up to 6 to 1', () => {
  for (const ratio of RATIOS) {
    const source = sizeOfRatio(ratio)
    const shape = nearestShape(source, SHAPES)
    const { width, height } = resultSize(source, fitInto(source, shape))
    expect(Math.abs(Math.log((width * source.height) / (height * source.width)))).toBeLessThan(0.001)
  }
})

test('a size within the limit stays, a larger one keeps its ratio', () => {
  expect(withinLimit({ width: 4096, height: 10 })).toEqual({ width: 4096, height: 10 })
  expect(withinLimit({ width: 8192, height: 4096 })).toEqual({ width: 4096, height: 2048 })
  expect(withinLimit({ width: 100, height: 300 }, 96)).toEqual({ width: 32, height: 96 })
  expect(withinLimit({ width: 100_000, height: 1 })).toEqual({ width: 4096, height: 1 })
})
