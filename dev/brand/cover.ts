import { landscape, landscapeDefs, MOODS, type Mood } from './landscape.ts'
import { INK, mark, markDefs, VIOLET } from './mark.ts'

/** px; what Figma asks for. What matters keeps 60 px from above and below: 1920 × 960 was asked for before. */
export const COVER = { width: 1920, height: 1080 }

const CARD = { width: 600, height: 400 }

/** The name, what it does, and one picture in four lights: a stack of fills on one layer. */
export const cover = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1920 1080" width="${COVER.width}" height="${COVER.height}">
  <title>Refill: edits the images on your layers, in place</title>
  <defs>
    ${markDefs}
    <linearGradient id="wall" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="${VIOLET}"/><stop offset="0.75" stop-color="${INK}"/></linearGradient>
    <clipPath id="card"><rect width="${CARD.width}" height="${CARD.height}" rx="28"/></clipPath>
    ${MOODS.map(landscapeDefs).join('\n    ')}
  </defs>
  <rect width="1920" height="1080" fill="url(#wall)"/>
  ${MOODS.map((mood, index) => card(mood, index)).join('\n  ')}
  ${selection(MOODS.length - 1)}
  <g transform="translate(120 206) scale(1.5)"><rect width="128" height="128" rx="30" fill="#ffffff" opacity="0.12"/>${mark}</g>
  <g font-family="Inter, system-ui, sans-serif" fill="#ffffff">
    <text x="116" y="576" font-size="188" font-weight="700" letter-spacing="-7">Refill</text>
    <text x="124" y="678" font-size="50" font-weight="500">Edit the images on your layers.</text>
    <text x="124" y="746" font-size="50" font-weight="500">In place. Many at a time.</text>
    <text x="124" y="844" font-size="42" fill="#d9d3ff">Nothing that was there is lost.</text>
  </g>
</svg>
`

/** Each lies a step lower and further left than the one behind it. */
function placeOf(index: number) {
  return { x: 1210 - index * 92, y: 150 + index * 126 }
}

function card(mood: Mood, index: number): string {
  const { x, y } = placeOf(index)
  return `<g transform="translate(${x} ${y})">
    <rect x="-6" y="10" width="${CARD.width + 12}" height="${CARD.height + 12}" rx="34" fill="#0a0628" opacity="0.25"/>
    <g clip-path="url(#card)">
      ${landscape(mood)}
    </g>
  </g>`
}

/** Figma's blue frame and handles around the uppermost. */
function selection(index: number): string {
  const { x, y } = placeOf(index)
  const corners = [0, CARD.width].flatMap((left) => [0, CARD.height].map((top) => [x + left, y + top] as const))
  const handles = corners.map(([left, top]) => `<rect x="${left - 9}" y="${top - 9}" width="18" height="18"/>`)
  return `<g fill="#ffffff" stroke="#0d99ff" stroke-width="4"><rect x="${x}" y="${y}" width="${CARD.width}" height="${CARD.height}" fill="none"/>${handles.join('')}</g>`
}
