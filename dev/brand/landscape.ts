/** One picture, in the light of an hour. */
export interface Mood {
  id: string
  sky: readonly [above: string, below: string]
  sun: string
  /** From 0, the top, to 1, where the hills begin. */
  sunAt: readonly [x: number, y: number]
  /** Far, middle, near. */
  hills: readonly [string, string, string]
  stars?: true
}

export const MOODS: readonly Mood[] = [
  {
    id: 'day',
    sky: ['#8fc9ff', '#eaf6ff'],
    sun: '#fff6d6',
    sunAt: [0.72, 0.27],
    hills: ['#9bb7c9', '#5f8f7d', '#2f6a55'],
  },
  {
    id: 'snow',
    sky: ['#c9d6e6', '#f4f7fb'],
    sun: '#ffffff',
    sunAt: [0.72, 0.25],
    hills: ['#dfe8f1', '#b9cadb', '#f7fafd'],
  },
  {
    id: 'dusk',
    sky: ['#7a3e8f', '#ffb070'],
    sun: '#ffe3a1',
    sunAt: [0.92, 0.76],
    hills: ['#a5577a', '#6b3566', '#351a45'],
  },
  {
    id: 'night',
    sky: ['#0b1136', '#33418a'],
    sun: '#f2f4ff',
    sunAt: [0.74, 0.32],
    hills: ['#27337a', '#18215a', '#0b1033'],
    stars: true,
  },
]

export const landscapeDefs = ({ id, sky: [above, below] }: Mood) =>
  `<linearGradient id="sky-${id}" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${above}"/><stop offset="1" stop-color="${below}"/></linearGradient>`

/** Hills under a sky, in a box of 600 × 400 at 0, 0. The same lines in every mood, as an edit of one picture has. */
export function landscape({ id, sun, sunAt: [x, y], hills: [far, middle, near], stars }: Mood): string {
  return `<rect width="600" height="400" fill="url(#sky-${id})"/>
      ${stars ? starsOf() : ''}
      <circle cx="${600 * x}" cy="${250 * y}" r="34" fill="${sun}"/>
      <path d="M0 262 L110 168 L170 214 L268 130 L372 236 L452 182 L600 270 V400 H0 Z" fill="${far}"/>
      <path d="M0 304 C120 236, 210 300, 320 268 S520 250, 600 296 V400 H0 Z" fill="${middle}"/>
      <path d="M0 352 C90 330, 200 372, 330 336 S540 330, 600 352 V400 H0 Z" fill="${near}"/>`
}

/** Spread by the golden ratio: even, and the same each time. */
function starsOf(): string {
  const dots = Array.from({ length: 42 }, (_, index) => {
    const x = ((index * 0.618034) % 1) * 600
    const y = ((index * 0.381966 * 1.7 + 0.1) % 1) * 190
    return `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${index % 5 === 0 ? 2 : 1.1}"/>`
  })
  return `<g fill="#ffffff" opacity="0.8">${dots.join('')}</g>`
}
