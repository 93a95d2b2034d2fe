import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import { extentOf } from '../painting/outline/extent.ts'
import { commandsFrom, dataOf, movedBy } from '../painting/outline/path.ts'
import { combined, IDENTITY, movedTo, union } from './geometry.ts'
import type { LayerRecord } from './layer-record.ts'

/**
 * What a vector becomes by its paths. Figma (field, seen live): the paths start at its corner from then on, its size is
 * theirs, and it moves as far as they lay from its corner before, so that they stay where they were put.
 */
export function withPaths({ transform }: LayerRecord, paths: F.VectorPaths): Partial<LayerRecord> {
  const box = boxAround(paths)
  if (!box) return { vectorPaths: paths.map((path) => ({ ...path, data: '' })) }
  const { x, y, width, height } = box
  const toCorner = movedTo(IDENTITY, { x: -x, y: -y })
  return {
    vectorPaths: mapped(paths, toCorner),
    width,
    height,
    transform: combined(transform, movedTo(IDENTITY, { x, y })),
  }
}

export function resizedPaths(paths: F.VectorPaths, from: Sides, to: Sides): F.VectorPaths {
  const across = from.width === 0 ? 1 : to.width / from.width
  const down = from.height === 0 ? 1 : to.height / from.height
  return mapped(paths, [
    [across, 0, 0],
    [0, down, 0],
  ])
}

interface Sides {
  width: number
  height: number
}

/** With their curves, not with the handles of these. */
const boxAround = (paths: F.VectorPaths): F.Rect | null =>
  paths
    .map(({ data }) => extentOf({ rule: 'NONZERO', commands: commandsFrom(data) }, IDENTITY))
    .reduce((sum, box) => union(sum, box), null)

const mapped = (paths: F.VectorPaths, transform: F.Transform): F.VectorPath[] =>
  paths.map(({ windingRule, data }) => ({
    windingRule,
    data: dataOf(movedBy(transform, { rule: 'NONZERO', commands: commandsFrom(data) }).commands),
  }))
