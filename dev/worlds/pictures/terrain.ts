/** A square piece of land in km, as grids: heights, slopes to the right and away, and how high the shade stands. */
export interface Terrain {
  cells: number
  left: number
  near: number
  span: number
  heights: Float32Array
  slopesX: Float32Array
  slopesZ: Float32Array
  shade: Float32Array
}

export interface Ground {
  left: number
  near: number
  span: number
  cells: number
  /** How far the sun's rays fall per km from left to right; negative: from right to left. */
  sunFall: number
  heightAt: (x: number, z: number) => number
}

export function createTerrain({ left, near, span, cells, sunFall, heightAt }: Ground): Terrain {
  const heights = new Float32Array(cells * cells)
  const step = span / (cells - 1)
  for (let row = 0, at = 0; row < cells; row++) {
    for (let column = 0; column < cells; column++, at++) heights[at] = heightAt(left + column * step, near + row * step)
  }
  return {
    cells,
    left,
    near,
    span,
    heights,
    slopesX: slopesOf(heights, { cells, step, towards: 1 }),
    slopesZ: slopesOf(heights, { cells, step, towards: cells }),
    shade: shadeOf(heights, cells, step * sunFall),
  }
}

/** Reads one of the terrain's grids between its points. */
export function readGrid({ cells, left, near, span }: Terrain, grid: Float32Array, x: number, z: number): number {
  const last = cells - 1.001
  const column = Math.min(last, Math.max(0, ((x - left) / span) * (cells - 1)))
  const row = Math.min(last, Math.max(0, ((z - near) / span) * (cells - 1)))
  const at = Math.floor(row) * cells + Math.floor(column)
  const across = column - Math.floor(column)
  const upper = grid[at]! + (grid[at + 1]! - grid[at]!) * across
  const lower = grid[at + cells]! + (grid[at + cells + 1]! - grid[at + cells]!) * across
  return upper + (lower - upper) * (row - Math.floor(row))
}

/** The sun shines along the rows, slightly from the front, so one sweep finds every shadow. */
function shadeOf(heights: Float32Array, cells: number, fall: number) {
  const shade = heights.slice()
  const ahead = fall >= 0 ? 1 : -1
  const slide = 0.3
  for (let step = 1; step < cells; step++) {
    const column = ahead > 0 ? step : cells - 1 - step
    for (let row = 0; row < cells; row++) {
      const at = row * cells + column
      const other = Math.max(0, row - 1) * cells + column - ahead
      const before = shade[row * cells + column - ahead]! * (1 - slide) + shade[other]! * slide - Math.abs(fall)
      if (before > shade[at]!) shade[at] = before
    }
  }
  return shade
}

/** Rise per km between the neighbours on both sides; `towards` is how far the next one is in the grid. */
function slopesOf(heights: Float32Array, { cells, step, towards }: { cells: number; step: number; towards: number }) {
  const slopes = new Float32Array(heights.length)
  for (let at = cells; at < heights.length - cells; at++) {
    slopes[at] = (heights[at + towards]! - heights[at - towards]!) / (2 * step)
  }
  return slopes
}
