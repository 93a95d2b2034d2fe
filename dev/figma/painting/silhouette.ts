import type { Paint } from '@figma/plugin-typings/plugin-api-standalone'
import type { SceneLayer } from '../scene.ts'

/**
 * A layer as its shadows see it: SVG files that Figma exports make whatever shows at all opaque before they blur it. The
 * clear parts of an image stay clear.
 */
export function silhouette(layer: SceneLayer): SceneLayer {
  return {
    ...layer,
    opacity: layer.opacity > 0 ? 1 : 0,
    blendMode: 'PASS_THROUGH',
    effects: [],
    fills: layer.fills.map(opaque),
    strokes: layer.strokes.map(opaque),
    children: layer.children.map(silhouette),
    ...(layer.text && {
      text: {
        ...layer.text,
        runs: layer.text.runs.map((run) => (run.fills ? { ...run, fills: run.fills.map(opaque) } : run)),
      },
    }),
  }
}

function opaque(paint: Paint): Paint {
  const whole = { opacity: paint.opacity === 0 ? 0 : 1, blendMode: 'NORMAL' as const }
  if (!('gradientStops' in paint)) return { ...paint, ...whole }
  const gradientStops = paint.gradientStops.map((stop) => ({
    ...stop,
    color: { ...stop.color, a: stop.color.a > 0 ? 1 : 0 },
  }))
  return { ...paint, ...whole, gradientStops }
}
