import type { VariableAlias } from '@figma/plugin-typings/plugin-api-standalone'
import type { LayerRecord } from '../../document/layer-record.ts'
import { boundField, hasFourCorners } from '../../document/variables/bound-fields.ts'
import { FigmaError, notSimulated } from '../../errors.ts'

/**
 * What fields of a layer or a text style are bound once this one is, or no longer is. The texts of the errors are reported
 * word for word, each by at least one plugin.
 */
export function bindingWith(
  record: LayerRecord,
  name: unknown,
  variable: LayerRecord | null,
): LayerRecord['boundVariables'] {
  if (typeof name !== 'string') throw new FigmaError(`Unknown field: '${String(name)}'`)
  if (ON_PAINTS.has(name)) throw new FigmaError('fills and strokes variable bindings must be set on paints directly')
  if (OTHER_FIELDS.has(name)) throw notSimulated(`binding ${name}`)
  const names = name === 'cornerRadius' && hasFourCorners(record) ? CORNERS : [name]
  for (const each of names) assertBindable(record, each, variable)
  const others = Object.entries(record.boundVariables).filter(([each]) => !names.includes(each))
  const bound = variable ? names.map((each) => [each, aliasOf(variable)] as const) : []
  return Object.fromEntries([...others, ...bound])
}

function assertBindable(record: LayerRecord, name: string, variable: LayerRecord | null): void {
  const field = boundField(name)
  if (!field) throw new FigmaError(`Unknown field: '${name}'`)
  if (field.read(record) === undefined) {
    if (IN_AUTO_LAYOUT.has(name)) throw notSimulated(`binding ${name} of what has no auto layout`)
    throw new FigmaError(`invalid field for ${record.type.toLowerCase()} node: '${name}'`)
  }
  if (variable) assertType(variable, field.type, name)
}

export function assertType(variable: LayerRecord, type: string, field: string): void {
  const { resolvedType } = variable.variable!
  if (resolvedType === type) return
  throw new FigmaError(`variable of resolved type '${resolvedType}' cannot be bound to '${field}'`)
}

export const aliasOf = ({ id }: LayerRecord): VariableAlias => ({ type: 'VARIABLE_ALIAS', id })

const CORNERS = ['topLeftRadius', 'topRightRadius', 'bottomLeftRadius', 'bottomRightRadius']
const ON_PAINTS: ReadonlySet<string> = new Set(['fills', 'strokes', 'effects', 'layoutGrids'])
const IN_AUTO_LAYOUT: ReadonlySet<string> = new Set([
  ...['itemSpacing', 'counterAxisSpacing', 'paddingLeft', 'paddingRight', 'paddingTop', 'paddingBottom'],
])
const OTHER_FIELDS: ReadonlySet<string> = new Set([
  'fontFamily',
  'fontStyle',
  'fontWeight',
  'gridRowGap',
  'gridColumnGap',
])
