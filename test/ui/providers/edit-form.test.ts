import { describe, expect, test } from 'vitest'
import { toEditForm } from '../../../src/ui/providers/edit-form.ts'
import type { EditRequest } from '../../../src/ui/providers/provider.ts'
import { pictureOf, requestFor } from './request.ts'

/** The fields of the form that are text. */
const fieldsOf = (given: Partial<EditRequest>) =>
  Object.fromEntries([...toEditForm(requestFor(given))].filter(([, value]) => typeof value === 'string'))

test('only what is set is sent', () => {
  expect(fieldsOf({})).toEqual({
    model: 'p-image-edit',
    prompt: 'Add a starry night sky',
    n: '1',
    response_format: 'b64_json',
  })
})

test('every parameter has its field, as text', () => {
  const options = {
    turbo: false,
    disableSafetyChecker: true,
    outputFormat: 'webp',
    outputCompression: 80,
    weights: 'task',
    extra: { guidance: '3.5' },
  }
  expect(fieldsOf({ n: 3, seed: 0, size: { width: 1254, height: 836 }, options })).toEqual({
    model: 'p-image-edit',
    prompt: 'Add a starry night sky',
    n: '3',
    seed: '0',
    size: '1254x836',
    response_format: 'b64_json',
    output_format: 'webp',
    output_compression: '80',
    turbo: 'false',
    disable_safety_checker: 'true',
    replicate_weights: 'task',
    guidance: '3.5',
  })
})

describe('the shape', () => {
  const shape = { aspectRatio: '3:2', resolution: '1K' } as const

  test('a size is sent alone: it would make the gateway ignore the others', () => {
    const { size, aspect_ratio, resolution } = fieldsOf({ ...shape, size: { width: 887, height: 1182 } })
    expect([size, aspect_ratio, resolution]).toEqual(['887x1182', undefined, undefined])
  })

  test('so is `auto`', () => {
    expect(fieldsOf({ ...shape, size: 'auto' })).toMatchObject({ size: 'auto' })
    expect(fieldsOf({ ...shape, size: 'auto' })).not.toHaveProperty('aspect_ratio')
  })

  test('a size may be a ratio alone', () => {
    expect(fieldsOf({ ...shape, size: '16:9' })).toMatchObject({ size: '16:9' })
    expect(fieldsOf({ ...shape, size: '16:9' })).not.toHaveProperty('aspect_ratio')
  })

  test('without a size, ratio and resolution are sent', () => {
    expect(fieldsOf(shape)).toMatchObject({ aspect_ratio: '3:2', resolution: '1K' })
    expect(fieldsOf(shape)).not.toHaveProperty('size')
  })
})

describe('the pictures', () => {
  test('one goes as `image`, under a true name and type', async () => {
    const form = toEditForm(requestFor({ pictures: [pictureOf('main', 'image/jpeg')] }))
    const file = form.get('image') as File
    expect([file.name, file.type, await file.text()]).toEqual(['image-1.jpg', 'image/jpeg', 'main'])
    expect(form.has('image[]')).toBe(false)
  })

  test('several go as repeated `image[]`, the main one first', async () => {
    const pictures = [pictureOf('main'), pictureOf('second', 'image/webp'), pictureOf('third')]
    const form = toEditForm(requestFor({ pictures }))
    const files = form.getAll('image[]') as File[]
    expect(files.map(({ name, type }) => `${name} ${type}`)).toEqual([
      'image-1.png image/png',
      'image-2.webp image/webp',
      'image-3.png image/png',
    ])
    expect(await Promise.all(files.map((file) => file.text()))).toEqual(['main', 'second', 'third'])
    expect(form.has('image')).toBe(false)
  })
})
