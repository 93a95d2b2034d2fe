import type { LayerSpec } from '../figma/world.ts'
import { BOLD, component, frame, instance, rectangle, text } from './layers.ts'
import { image, solid } from './paints.ts'

export function badge(): LayerSpec {
  return component(
    'Badge',
    { x: 0, y: 0, width: 72, height: 28 },
    [solid('#ff6b3d')],
    [text('Badge word', { x: 16, y: 6 }, { characters: 'New', size: 13, fill: solid('#ffffff'), font: BOLD })],
    {
      cornerRadius: 14,
      autoLayout: { mode: 'HORIZONTAL', padding: { top: 6, right: 16, bottom: 6, left: 16 } },
      description: 'What is new for two weeks.',
    },
  )
}

/** Two tones in three sizes. */
export function cardSet(): LayerSpec {
  const variants = TONES.flatMap((tone, row) =>
    SIZES.map((size, column) => card(tone, size, { x: 40 + column * 480, y: 40 + row * 500 })),
  )
  return {
    ...frame('Card', { x: 0, y: 120, width: 1480, height: 1040 }, [], variants, {
      definitions: {
        'Title#1:0': { type: 'TEXT', defaultValue: 'Face oil' },
        'Is new#1:1': { type: 'BOOLEAN', defaultValue: true },
      },
      strokes: [solid('#8a5cf6')],
      stroke: { dashes: [10, 5] },
      cornerRadius: 12,
    }),
    type: 'COMPONENT_SET',
  }
}

function card(tone: (typeof TONES)[number], size: (typeof SIZES)[number], { x, y }: { x: number; y: number }) {
  const { width, height } = size
  const photo = { x: 0, y: 0, width, height: Math.round(height * 0.7) }
  const foot = { x: 20, y: photo.height + 18 }
  return component(
    `Tone=${tone.name}, Size=${size.name}`,
    { x, y, width, height },
    [solid(tone.ground)],
    [
      rectangle('Photo', photo, [image('oil')], { constraints: { horizontal: 'STRETCH', vertical: 'STRETCH' } }),
      text(
        'Title',
        foot,
        { characters: 'Face oil', size: size.letters, fill: solid(tone.ink), font: BOLD },
        {
          propertyReferences: { characters: 'Title#1:0' },
          constraints: { horizontal: 'MIN', vertical: 'MAX' },
        },
      ),
      text(
        'Price',
        { ...foot, y: foot.y + size.letters * 1.6 },
        { characters: '€ 89', size: size.letters * 0.8, fill: solid(tone.ink) },
        { opacity: 0.7, constraints: { horizontal: 'MIN', vertical: 'MAX' } },
      ),
      instance('Card badge', { x: 16, y: 16 }, 'Badge', { propertyReferences: { visible: 'Is new#1:1' } }),
    ],
    { cornerRadius: 20 },
  )
}

const TONES = [
  { name: 'Light', ground: '#ffffff', ink: '#2b2320' },
  { name: 'Dark', ground: '#2b2320', ink: '#ffffff' },
] as const
export const SIZES = [
  { name: 'Small', width: 240, height: 320, letters: 18 },
  { name: 'Medium', width: 320, height: 420, letters: 22 },
  { name: 'Large', width: 400, height: 460, letters: 26 },
] as const
