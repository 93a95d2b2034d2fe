import { AppError } from '../../shared/errors.ts'
import { uncomponentText } from '../../shared/texts/variants.ts'
import { type Holders, holdersOf } from '../holders.ts'
import { assertThere, indexIn, parentOf } from '../layers.ts'
import { copyButtons } from '../relaunch.ts'
import { mayBecome } from './may-become.ts'
import { layerAt, pathTo } from './twin.ts'

/**
 * Makes a layer a component, and tells by which ids it, and those in it that have another, are found from then on. A frame or
 * a group becomes the component; anything else comes to lie in it, and so does a layer together with its cover above, which
 * would be left behind. Throws `layer` where Figma makes none of it;
 * `written` is called once there is something to undo.
 */
export function makeComponent(found: SceneNode, written: () => void): { now: SceneNode; ids: [string, string][] } {
  assertThere(found)
  const holders = holdersOf(found)
  const { layer } = holders
  const asked = found.id
  const { id, name, type } = layer
  if (!mayBecome(layer)) throw new AppError('layer', uncomponentText(name))
  const places = placesIn(layer)
  const kept = layer.getPluginDataKeys().map((key) => [key, layer.getPluginData(key)] as const)
  const buttons = layer.getRelaunchData()
  const constraints = 'constraints' in layer ? layer.constraints : undefined
  try {
    const whole = withCover(holders)
    if (whole.id !== id) written()
    const becomes = whole.id === id && (type === 'FRAME' || type === 'GROUP')
    const component = figma.createComponentFromNode(whole)
    written()
    component.name = name
    if (constraints) component.constraints = constraints
    const now = becomes ? component : component.children[0]!
    // Figma promises to keep “properties and children”, and says nothing of plugin data.
    for (const [key, value] of kept) if (now.getPluginData(key) !== value) now.setPluginData(key, value)
    copyButtons(buttons, now)
    return { now, ids: [[asked, asked], ...idsNow(places, now)] }
  } catch (thrown) {
    throw new AppError('layer', uncomponentText(name), thrown)
  }
}

interface Place {
  id: string
  path: readonly number[]
}

/** The layer and all in it, each with the way to it. */
function placesIn(layer: SceneNode): Place[] {
  const inside = 'findAll' in layer ? layer.findAll() : []
  return [layer, ...inside].map((each) => ({ id: each.id, path: pathTo(each, layer)! }))
}

/** Of those that have another id. */
function idsNow(places: readonly Place[], now: SceneNode): [string, string][] {
  return places.flatMap(({ id, path }): [string, string][] => {
    const next = layerAt(now, path)?.id
    return next === undefined || next === id ? [] : [[id, next]]
  })
}

/** Figma makes a component of one layer alone. */
function withCover({ layer, cover, above }: Holders): SceneNode {
  const parent = parentOf(layer)
  return above && cover && parent ? figma.group([layer, cover], parent, indexIn(parent.children, layer)) : layer
}
