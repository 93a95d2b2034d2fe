import type { Effect } from '@figma/plugin-typings/plugin-api-standalone'
import { notSimulated } from '../errors.ts'
import type { SceneLayer } from '../scene.ts'

/** Throws by name for what would come out otherwise than in Figma, where it can be seen. */
export function assertPaintable(layers: readonly SceneLayer[]): void {
  for (const layer of layers) {
    if (!layer.visible || layer.opacity === 0) continue
    const effect = layer.effects.find((one) => one.visible && !isPainted(one))
    if (effect) throw notSimulated(`painting the effect ${nameOf(effect)}`)
    if (layer.type === 'BOOLEAN_OPERATION' && holdsText(layer))
      throw notSimulated('painting a boolean operation of text')
    assertPaintable(layer.children)
    assertPaintable([...(layer.patterns?.values() ?? [])])
  }
}

function isPainted(effect: Effect): boolean {
  if (effect.type === 'LAYER_BLUR' || effect.type === 'BACKGROUND_BLUR') return effect.blurType !== 'PROGRESSIVE'
  return effect.type === 'DROP_SHADOW' || effect.type === 'INNER_SHADOW'
}

const nameOf = (effect: Effect) => ('blurType' in effect ? `${effect.blurType} ${effect.type}` : effect.type)

const holdsText = ({ children }: SceneLayer): boolean =>
  children.some((child) => child.visible && (child.type === 'TEXT' || holdsText(child)))
