import type { Painter, SceneLayer } from '../../../dev/figma/editor.ts'
import { plainPicture } from '../../harness/pictures.ts'

/** A painter for Node whose PNGs say which images they show; `meanwhile` is done while it draws. */
export function createShownPainter() {
  const painter: Painter & {
    meanwhile: (() => void | Promise<void>) | undefined
    drawn: number
    /** px, of what was drawn last. */
    size: { width: number; height: number }
  } = {
    meanwhile: undefined,
    drawn: 0,
    size: { width: 0, height: 0 },
    async paint({ layers, width, height }) {
      painter.drawn++
      painter.size = { width, height }
      const { bytes } = await plainPicture(Math.min(width, 64), Math.min(height, 64))
      const words = new TextEncoder().encode(`shown:${layers.flatMap(imagesIn).join()}`)
      const file = new Uint8Array(bytes.length + words.length)
      file.set(bytes)
      file.set(words, bytes.length)
      await painter.meanwhile?.()
      return file
    },
  }
  return painter
}

/** The hashes that such a file shows, lowest first; a tile with its factor. */
export const shownIn = (file: Uint8Array): string[] => {
  const text = Buffer.from(file).toString('latin1')
  return text.slice(text.lastIndexOf('shown:') + 6).split(',')
}

function imagesIn({ visible, fills, children }: SceneLayer): string[] {
  if (!visible) return []
  const own = (fills ?? []).flatMap((paint) => {
    if (paint.type !== 'IMAGE' || paint.visible === false) return []
    return [paint.scaleMode === 'TILE' ? `${paint.imageHash}*${paint.scalingFactor}` : `${paint.imageHash}`]
  })
  return [...own, ...children.flatMap(imagesIn)]
}
