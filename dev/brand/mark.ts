// Refill's mark: a picture on a layer, its lower part filled anew. All sizes in px of a square of 128.

export const INK = '#1d1745'
export const VIOLET = '#5b3df5'
const CORAL = '#ff6b4a'
const AMBER = '#ffc46b'
export const PAPER = '#f6f2ff'

/** The gradients that `mark` paints with. */
export const markDefs = `<linearGradient id="ground" x1="0" y1="0" x2="1" y2="1">
      <stop offset="0" stop-color="${VIOLET}"/>
      <stop offset="1" stop-color="${INK}"/>
    </linearGradient>
    <linearGradient id="fill" x1="0" y1="0" x2="0" y2="1">
      <stop offset="0" stop-color="${AMBER}"/>
      <stop offset="1" stop-color="${CORAL}"/>
    </linearGradient>
    <clipPath id="picture"><rect x="27" y="27" width="74" height="74" rx="15"/></clipPath>`

/** As large as it can be within its square: in a list it has 16 px. */
const SCALE = 1.26

/** A sun behind a hill, both rising out of a wave: the old picture above it is paper, the new one below is colour. */
export const mark = `<g transform="translate(64 64) scale(${SCALE}) translate(-64 -64)" clip-path="url(#picture)">
      <rect x="27" y="27" width="74" height="74" fill="${PAPER}"/>
      <circle cx="75" cy="53" r="11" fill="url(#fill)"/>
      <path d="M23 84 L48 54 Q52 50 56 54 L92 96 L23 96 Z" fill="${INK}" opacity="0.9"/>
      <path d="${wave(71, 6)} V105 H23 Z" fill="url(#fill)"/>
    </g>`

/** A wave across the mark, its middle at `y`; it ends at the right edge. */
function wave(y: number, height: number): string {
  const at = (offset: number) => y + offset
  return `M23 ${at(height / 2)} C37 ${at(-height)}, 51 ${at(-height)}, 64 ${at(0)} S91 ${at(height)}, 105 ${at(-height / 2)}`
}
