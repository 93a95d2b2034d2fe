import { toBase64 } from '../values/base64.ts'

/** px */
interface Size {
  width: number
  height: number
}

/** An SVG of this size that shows one PNG. */
export function svgAround(png: Uint8Array, { width, height }: Size): string {
  const size = `width="${width}" height="${height}"`
  return `<svg ${size} viewBox="0 0 ${width} ${height}" fill="none" xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">
<image ${size} preserveAspectRatio="none" xlink:href="data:image/png;base64,${toBase64(png)}"/>
</svg>
`
}

/** A PDF of one page of this size, a point for a px, that shows one JPEG of so many pixels. */
export function pdfAround(jpeg: Uint8Array, pixels: Size, { width, height }: Size): Uint8Array {
  const drawing = bytesOf(`q ${width} 0 0 ${height} 0 0 cm /Picture Do Q`)
  return pdfOf([
    [bytesOf('<< /Type /Catalog /Pages 2 0 R >>')],
    [bytesOf('<< /Type /Pages /Kids [3 0 R] /Count 1 >>')],
    [
      bytesOf(
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Contents 4 0 R /Resources << /XObject << /Picture 5 0 R >> >> >>`,
      ),
    ],
    stream('', drawing),
    stream(
      `/Type /XObject /Subtype /Image /Width ${pixels.width} /Height ${pixels.height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode `,
      jpeg,
    ),
  ])
}

const stream = (entries: string, bytes: Uint8Array): Uint8Array[] => [
  bytesOf(`<< ${entries}/Length ${bytes.length} >>\nstream\n`),
  bytes,
  bytesOf('\nendstream'),
]

/** Objects are numbered from 1; the first is the catalogue. */
function pdfOf(objects: readonly (readonly Uint8Array[])[]): Uint8Array {
  const parts: Uint8Array[] = [bytesOf('%PDF-1.4\n')]
  const places: number[] = []
  const length = () => parts.reduce((sum, part) => sum + part.length, 0)
  for (const [index, object] of objects.entries()) {
    places.push(length())
    parts.push(bytesOf(`${index + 1} 0 obj\n`), ...object, bytesOf('\nendobj\n'))
  }
  const table = length()
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  parts.push(
    bytesOf(
      `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`,
    ),
  )
  const whole = new Uint8Array(length())
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

const bytesOf = (text: string) => new TextEncoder().encode(text)
