import type { LayerSpec } from '../../../dev/figma/world.ts'
import { box } from './open-figma.ts'

export const BLUE = { type: 'SOLID', color: { r: 0, g: 0, b: 1 } } as const

/** A component with a picture and a label in it. */
export const card = (more: Partial<LayerSpec> = {}): LayerSpec =>
  box('Card', {
    type: 'COMPONENT',
    width: 200,
    height: 100,
    children: [box('Photo', { x: 10, y: 10 }), box('Strip', { x: 10, y: 70, width: 180, height: 20 })],
    ...more,
  })

export const instance = (name: string, component: string, more: Partial<LayerSpec> = {}): LayerSpec => {
  const { fills: _fills, ...spec } = box(name, {
    type: 'INSTANCE',
    component,
    width: 200,
    height: 100,
    x: 300,
    ...more,
  })
  return { ...spec, ...(more.fills && { fills: more.fills }) }
}

/** A set of buttons: two sizes in two states. */
export const buttons = (more: Partial<LayerSpec> = {}): LayerSpec =>
  box('Button', {
    type: 'COMPONENT_SET',
    y: 400,
    width: 260,
    height: 160,
    children: ['Small', 'Large'].flatMap((size, row) =>
      ['Rest', 'Hover'].map((state, column) =>
        box(`Size=${size}, State=${state}`, {
          type: 'COMPONENT',
          x: 20 + column * 120,
          y: 20 + row * 70,
          height: 50 + row * 10,
          children: [box('Face', { width: 50, height: 20 }), box('Badge', { x: 60, width: 10, height: 10 })],
        }),
      ),
    ),
    ...more,
  })

/** Code that finds layers by name: `find('Card')`, `all('Photo')`, and lists colours: `blue`. */
export const FINDERS = `
  const find = (name) => figma.currentPage.findOne((node) => node.name === name)
  const blue = [{ type: 'SOLID', color: { r: 0, g: 0, b: 1 } }]
  const colourOf = (layer) => layer.fills[0].color.b === 1 ? 'blue' : 'red'
`
