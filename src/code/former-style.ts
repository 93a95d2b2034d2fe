import { historyOf } from './history.ts'
import { readablePaints } from './layers.ts'
import { ownKeys, stackOf } from './stack/results.ts'

/**
 * The shared style that the layer followed before its first result, if it can follow it again: the style is still there,
 * the layer follows no other, and has no paint of its own by now, which linking would drop without a way back.
 */
export async function formerStyle(layer: SceneNode): Promise<{ id: string; name: string } | undefined> {
  const id = formerStyleId(layer)
  if (id === undefined) return undefined
  const style = await figma.getStyleByIdAsync(id)
  return style?.type === 'PAINT' ? { id, name: style.name } : undefined
}

/** Its id, whether or not the style is still in the file. */
export function formerStyleId(layer: SceneNode): string | undefined {
  const paints = readablePaints(layer)
  if (!paints || !('fillStyleId' in layer) || layer.fillStyleId !== '') return undefined
  const { results, style } = historyOf(layer)
  const own = ownKeys(stackOf(paints, results).keys)
  return style && own.every((key) => style.keys.includes(key)) ? style.id : undefined
}
