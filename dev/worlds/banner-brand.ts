import type { LayerSpec } from '../figma/world.ts'
import type { bannerPlates } from './banner-plates.ts'
import { BOLD, type Box, group, rectangle, SERIF, text } from './layers.ts'
import { solid } from './paints.ts'
import type { Size } from './pictures/film.ts'

/** What a banner says over its photograph: the brand, a line and what to press. */
export function brandOn(
  size: Size,
  button: Box,
  { number, picture }: { number: string; picture: Picture },
): LayerSpec[] {
  const flat = isFlat(size)
  const margin = marginOf(size)
  const mark = Math.round(Math.min(96, Math.max(14, Math.min(size.width, size.height) * (flat ? 0.3 : 0.11))))
  const at = { x: margin, y: flat ? Math.round((size.height - mark) / 2) : margin }
  const left = flat ? margin + mark * 2 : margin
  const room: Box = flat
    ? { x: left, y: 0, width: button.x - margin - left, height: size.height }
    : { x: margin, y: at.y + mark, width: size.width - 2 * margin, height: button.y - margin / 2 - at.y - mark }
  return [
    logo(number, at, mark),
    headline(`Headline ${number}`, room, { line: LINES[picture], flat }),
    label(number, button),
  ]
}

/** A sun over two hills. */
function logo(number: string, { x, y }: { x: number; y: number }, side: number): LayerSpec {
  const unit = side / 24
  const hills = `M 0 ${24 * unit} C ${4 * unit} ${12 * unit} ${9 * unit} ${12 * unit} ${13 * unit} ${19 * unit} C ${16 * unit} ${14 * unit} ${20 * unit} ${14 * unit} ${24 * unit} ${24 * unit} Z`
  return group(`Logo ${number}`, [
    {
      ...rectangle(`Logo sun ${number}`, { x: x + 9 * unit, y, width: 10 * unit, height: 10 * unit }, [
        solid('#ffd27a'),
      ]),
      type: 'ELLIPSE',
    },
    {
      ...rectangle(`Logo hills ${number}`, { x, y, width: side, height: side }, [solid('#ffffff')]),
      type: 'VECTOR',
      vectorPaths: [{ windingRule: 'NONZERO', data: hills }],
    },
  ])
}

function headline(name: string, room: Box, { line, flat }: { line: string; flat: boolean }): LayerSpec {
  const longest = Math.max(...line.split(' ').map(({ length }) => length))
  const widest = room.width / (flat ? line.length : longest) / ADVANCE
  const size = Math.max(7, Math.round(Math.min(widest, room.height / (flat ? 1.6 : 4.5), MOST_SIZE)))
  return text(
    name,
    room,
    { characters: line, size, fill: solid('#ffffff'), font: SERIF, width: room.width, height: room.height },
    {
      effects: [SHADE],
      text: { alignVertical: flat ? 'CENTER' : 'BOTTOM' },
    },
  )
}

function label(number: string, button: Box): LayerSpec {
  const size = Math.max(5, Math.round(Math.min(button.height * 0.4, button.width / ADVANCE / CALL.length)))
  return text(
    `Button text ${number}`,
    button,
    { characters: CALL, size, fill: solid('#ffffff'), font: BOLD, width: button.width, height: button.height },
    {
      text: { alignHorizontal: 'CENTER', alignVertical: 'CENTER' },
    },
  )
}

export const isFlat = ({ width, height }: Size) => width > height * 2.5

/** px */
export const marginOf = ({ width, height }: Size) => Math.round(Math.min(width, height) * 0.08)

type Picture = keyof typeof bannerPlates

const LINES: Readonly<Record<Picture, string>> = {
  forest: 'Into the green',
  product: 'Light, bottled',
  daisies: 'Spring is here',
  city: 'The city at dusk',
  coffee: 'Slow mornings',
  lake: 'Cold water, clear head',
  beach: 'The first swim',
  dunes: 'Far from anywhere',
}
const CALL = 'Shop now'

const SHADE = {
  type: 'DROP_SHADOW',
  color: { r: 0.02, g: 0.04, b: 0.09, a: 0.55 },
  offset: { x: 0, y: 1 },
  radius: 12,
  spread: 0,
  visible: true,
  blendMode: 'NORMAL',
} as const

/** em: how wide a letter is, and some more. */
const ADVANCE = 0.74
/** px */
const MOST_SIZE = 150
