/** Whether the layer lies on its page as it lies in its own space: not turned, flipped or skewed. */
export function isUpright({ absoluteTransform }: SceneNode): boolean {
  const [[a, b], [c, d]] = absoluteTransform
  return a > 0 && d > 0 && Math.abs(b) < 1e-6 && Math.abs(c) < 1e-6
}

export const UPRIGHT: Transform = [
  [1, 0, 0],
  [0, 1, 0],
]
