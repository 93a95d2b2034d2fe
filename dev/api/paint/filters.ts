import sharp from 'sharp'
import { fromSharp, lumaOf, mix, repaint, saturate, toSharp } from './canvas.ts'
import type { Scene } from './scene.ts'

export async function blur(scene: Scene): Promise<void> {
  scene.canvas = await fromSharp(toSharp(scene.canvas).blur(6 + scene.random() * 4))
}

export async function sharpen(scene: Scene): Promise<void> {
  scene.canvas = await fromSharp(toSharp(scene.canvas).sharpen({ sigma: 1.2 + scene.random() }))
}

/** Dark strokes on paper where the light changes. */
export async function sketch(scene: Scene): Promise<void> {
  const { canvas, random } = scene
  const soft = await fromSharp(toSharp(canvas).blur(3 + random() * 4))
  repaint(canvas, (color, x, y) => {
    const index = (y * canvas.width + x) * 3
    const around = lumaOf([soft.data[index]! / 255, soft.data[index + 1]! / 255, soft.data[index + 2]! / 255])
    const stroke = Math.min(1, (lumaOf(color) + 0.02) / (around + 0.02)) ** 4
    color.fill(0.12 + stroke * 0.84)
  })
}

/** Flat patches of few, loud colors. */
export async function illustrate(scene: Scene): Promise<void> {
  const levels = 4 + Math.floor(scene.random() * 3)
  scene.canvas = await fromSharp(toSharp(scene.canvas).median(9))
  repaint(scene.canvas, (color) => {
    saturate(color, 1.45)
    for (let i = 0; i < 3; i++) color[i] = Math.round(color[i]! * levels) / levels
  })
}

export async function pixelate(scene: Scene): Promise<void> {
  const { canvas, random } = scene
  const { width, height } = canvas
  const cells = 48 + Math.floor(random() * 32)
  const small = await toSharp(canvas).resize({ width: cells }).png().toBuffer()
  scene.canvas = await fromSharp(sharp(small).resize({ width, height, fit: 'fill', kernel: 'nearest' }))
}

/** The lit edges glow in two colors over a darkened picture. */
export async function neon(scene: Scene): Promise<void> {
  const { canvas, random } = scene
  const { data } = await fromSharp(
    toSharp(canvas)
      .convolve({ width: 3, height: 3, kernel: [-1, -1, -1, -1, 8, -1, -1, -1, -1] })
      .blur(1.5),
  )
  const turn = random()
  repaint(canvas, (color, x, y) => {
    const edge = Math.min(1, (data[(y * canvas.width + x) * 3 + 1]! / 255) * 6)
    saturate(color, 1.5)
    mix(color, [0.05, 0.02, 0.14], 0.72)
    mix(color, (x / canvas.width + turn) % 1 < 0.5 ? [1, 0.15, 0.75] : [0.1, 0.85, 1], edge)
  })
}

export async function flip(scene: Scene): Promise<void> {
  scene.canvas = await fromSharp(toSharp(scene.canvas).flop())
}

export async function turnOver(scene: Scene): Promise<void> {
  scene.canvas = await fromSharp(toSharp(scene.canvas).flip())
}
