import { chainOf } from '../layers.ts'

/**
 * Whether a layer may be made a component. Figma: not in a component, set or instance (T:1113), nor around one. Left alone
 * is also what Figma says nothing about and where the look of others hangs on it: masks, and parts of a boolean operation.
 */
export function mayBecome(layer: SceneNode): boolean {
  if (!KINDS.has(layer.type) || ('isMask' in layer && layer.isMask)) return false
  if ([...chainOf(layer)].slice(1).some(({ type }) => CLOSED.has(type))) return false
  return !('findAllWithCriteria' in layer) || layer.findAllWithCriteria({ types: COMPONENTS }).length === 0
}

const COMPONENTS: ('COMPONENT' | 'COMPONENT_SET')[] = ['COMPONENT', 'COMPONENT_SET']
const CLOSED: ReadonlySet<string> = new Set([...COMPONENTS, 'INSTANCE', 'BOOLEAN_OPERATION'])
const KINDS: ReadonlySet<string> = new Set([
  ...['FRAME', 'GROUP', 'RECTANGLE', 'ELLIPSE', 'POLYGON', 'STAR', 'VECTOR', 'TEXT', 'BOOLEAN_OPERATION'],
])
