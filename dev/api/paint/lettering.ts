import { fromSharp, toSharp } from './canvas.ts'
import type { Operation } from './scene.ts'

/** Writes the words across the lower part, as large as they fit. */
export const lettering =
  (words: string): Operation =>
  async (scene) => {
    const { width, height } = scene.canvas
    const size = Math.min(height / 6, (width * 1.6) / Math.max(words.length, 4))
    const y = height * (0.72 + scene.random() * 0.14)
    const style = `font-family:sans-serif;font-weight:bold;font-size:${size}px;fill:white;stroke:#111`
    const text = `<text x="50%" y="${y}" text-anchor="middle" stroke-width="${size / 14}" paint-order="stroke" style="${style}">`
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${text}${escapeXml(words)}</text></svg>`
    scene.canvas = await fromSharp(toSharp(scene.canvas).composite([{ input: Buffer.from(svg) }]))
  }

const escapeXml = (text: string) => text.replace(/[<>&"']/g, (letter) => `&#${letter.charCodeAt(0)};`)
