import { FigmaError } from '../../errors.ts'
import type { LayerRecord } from '../layer-record.ts'
import type { Tree } from '../tree.ts'
import { definerOf } from './component-of.ts'
import { assertFits } from './edit-properties.ts'
import { definitionFor, variantPropertiesOf } from './properties.ts'
import { swapMain } from './swap.ts'
import { soundAxes } from './variants.ts'

type Values = Readonly<Record<string, string | boolean>>

/** Gives properties of an instance other values; those of variants choose the variant (T:11272). Words: field. */
export function setProperties(tree: Tree, id: string, values: Values): void {
  const { mainId } = tree.get(id).instance!
  const main = tree.get(mainId)
  const variant = variantPropertiesOf(tree, main) ?? {}
  const [chosen, others] = parted(values, (key) => Object.hasOwn(variant, key))
  const definer = definerOf(tree, main)
  for (const [key, value] of Object.entries(others)) {
    if (!definer) throw new FigmaError(`Could not find a component property with name: '${key}'`)
    const { type } = definitionFor(definer, key)
    if (type === 'SLOT') throw new FigmaError('Slot component property values cannot be edited')
    assertFits(tree, type, value)
  }
  const wanted = Object.keys(chosen).length > 0 ? variantWith(tree, main, { ...variant, ...chosen }) : mainId
  if (wanted !== mainId) swapMain(tree, id, wanted, { keeps: true })
  if (Object.keys(others).length > 0) keep(tree, id, others)
}

function variantWith(tree: Tree, main: LayerRecord, wanted: Values): string {
  const { byVariant } = soundAxes(tree, tree.get(main.parentId!), 'member')
  for (const [id, properties] of byVariant) {
    if (Object.entries(properties).every(([key, value]) => wanted[key] === value)) return id
  }
  throw new FigmaError('Unable to find a variant with those property values')
}

function keep(tree: Tree, id: string, values: Values): void {
  const { instance, mirror } = tree.get(id)
  const overridden = [...new Set([...mirror!.overridden, 'instance', 'instance.properties'])]
  const properties = { ...instance!.properties, ...values }
  tree.change(id, { instance: { ...instance!, properties }, mirror: { ...mirror!, overridden } })
}

function parted(values: Values, isFirst: (key: string) => boolean): [Values, Values] {
  const entries = Object.entries(values)
  return [
    Object.fromEntries(entries.filter(([key]) => isFirst(key))),
    Object.fromEntries(entries.filter(([key]) => !isFirst(key))),
  ]
}
