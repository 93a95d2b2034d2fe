import sharp from 'sharp'
import { type Canvas, fromSharp, repaint, toSharp } from './canvas.ts'
import type { Operation } from './scene.ts'

/** Gives the main picture the colors of another: mean and spread of each channel. */
export const takePalette =
  (reference: Buffer): Operation =>
  async ({ canvas }) => {
    const theirs = measure(await fromSharp(sharp(reference).flatten({ background: 'white' }).resize({ width: 64 })))
    const ours = measure(canvas)
    repaint(canvas, (color) => {
      for (let i = 0; i < 3; i++) {
        const [from, to] = [ours[i]!, theirs[i]!]
        const spread = Math.min(to.spread / Math.max(from.spread, 0.02), 3)
        color[i] = (color[i]! - from.mean) * spread + to.mean
      }
    })
  }

/** Sets the other pictures into the main one, framed in white, from the lower right leftwards. */
export const inset =
  (references: readonly Buffer[]): Operation =>
  async (scene) => {
    const { width, height } = scene.canvas
    const edge = Math.round(Math.min(width, height) * INSET_SHARE)
    const gap = Math.round(edge * 0.12)
    const tiles = await Promise.all(
      references.map(async (reference, index) => ({
        input: await frame(reference, edge),
        left: width - (edge + gap) * (index + 1),
        top: height - edge - gap,
      })),
    )
    scene.canvas = await fromSharp(toSharp(scene.canvas).composite(tiles))
  }

/** A square of `edge` px, its white border included. */
const frame = (picture: Buffer, edge: number) => {
  const border = Math.max(2, Math.round(edge * 0.04))
  const inner = edge - border * 2
  return sharp(picture)
    .flatten({ background: 'white' })
    .resize({ width: inner, height: inner, fit: 'cover' })
    .extend({ top: border, bottom: border, left: border, right: border, background: 'white' })
    .png({ compressionLevel: 1 })
    .toBuffer()
}

function measure({ data }: Canvas): { mean: number; spread: number }[] {
  const count = data.length / 3
  return [0, 1, 2].map((channel) => {
    let [sum, squares] = [0, 0]
    for (let i = channel; i < data.length; i += 3) {
      sum += data[i]! / 255
      squares += (data[i]! / 255) ** 2
    }
    const mean = sum / count
    return { mean, spread: Math.sqrt(Math.max(0, squares / count - mean * mean)) }
  })
}

const INSET_SHARE = 0.2 // of the shorter edge; four fit beside each other
