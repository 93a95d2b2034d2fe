import sharp from 'sharp'
import { expect, test } from 'vitest'
import { pdfAround, svgAround } from '../../../dev/figma/api/wrap-picture.ts'

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 4, background: '#ff0000' } })

test('an SVG has the size of the layer and shows its picture', async () => {
  const png = new Uint8Array(await picture(20, 10).png().toBuffer())
  const svg = svgAround(png, { width: 20, height: 10 })
  expect(svg).toMatch(/^<svg width="20" height="10" viewBox="0 0 20 10" /)
  const { data, info } = await sharp(Buffer.from(svg)).raw().toBuffer({ resolveWithObject: true })
  expect([info.width, info.height]).toEqual([20, 10])
  expect([...data.subarray(0, 4)]).toEqual([255, 0, 0, 255])
})

test('a PDF has one page of the size of the layer, and finds its objects', async () => {
  const jpeg = new Uint8Array(await picture(40, 20).jpeg().toBuffer())
  const pdf = pdfAround(jpeg, { width: 40, height: 20 }, { width: 20, height: 10 })
  const text = Buffer.from(pdf).toString('latin1')
  expect(text).toMatch(/^%PDF-1.4\n/)
  expect(text).toContain('/MediaBox [0 0 20 10]')
  expect(text).toContain(
    `/Width 40 /Height 20 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${jpeg.length} `,
  )
  expect(text.includes(Buffer.from(jpeg).toString('latin1'))).toBe(true)
  const table = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1])
  const rows = text.slice(table).split('\n').slice(3, 8)
  expect(rows.map((row) => text.slice(Number(row.slice(0, 10))).split('\n')[0])).toEqual([
    ...['1 0 obj', '2 0 obj', '3 0 obj', '4 0 obj', '5 0 obj'],
  ])
})
