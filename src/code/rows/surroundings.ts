/** What a layer lies in, as far as it matters to an edit of its own. */
export interface Surroundings {
  /** Whether all of it is visible. */
  shown: boolean
  /** Figma: fills in an instance can be overridden, and nothing can be laid into one. */
  inInstance: boolean
  /** Figma: what makes up a boolean operation shows none of its own fills. */
  inBoolean: boolean
  /** Figma: a component of a library is read-only. */
  remote: boolean
  /** The nearest component, or the layer itself if it is one. */
  component?: Component | undefined
  /** The name of the nearest variant or instance that it lies in. */
  where?: string | undefined
}

/** With its id, which can be told of it even when it is gone. */
export interface Component {
  id: string
  layer: ComponentNode
}

/** Tells the surroundings of layers; those of layers in one parent are asked for once. */
export function createSurroundings() {
  const known = new Map<string, Surroundings>()

  /** For what lies in `holder`. */
  function within(holder: BaseNode | null): Surroundings {
    if (!holder || holder.type === 'PAGE' || holder.type === 'DOCUMENT') return OPEN
    const { id } = holder
    const there = known.get(id)
    if (there) return there
    const layer = holder as SceneNode
    const { type } = layer
    const own = surroundingsOf(layer)
    const inner: Surroundings = {
      ...own,
      inInstance: own.inInstance || type === 'INSTANCE',
      inBoolean: own.inBoolean || type === 'BOOLEAN_OPERATION',
      where: isOneOfMany(layer) ? layer.name : own.where,
    }
    known.set(id, inner)
    return inner
  }

  function surroundingsOf(layer: SceneNode): Surroundings {
    const outer = within(layer.parent)
    const { type, visible } = layer
    const shown = outer.shown && visible
    if (type !== 'COMPONENT' && type !== 'COMPONENT_SET') return { ...outer, shown }
    const component = layer.type === 'COMPONENT' ? { id: layer.id, layer } : outer.component
    return { ...outer, shown, remote: outer.remote || (layer as ComponentNode | ComponentSetNode).remote, component }
  }
  return surroundingsOf
}

/** Whether layers of the same name lie in others like it. */
const isOneOfMany = ({ type, parent }: SceneNode) => type === 'INSTANCE' || parent?.type === 'COMPONENT_SET'

const OPEN: Surroundings = { shown: true, inInstance: false, inBoolean: false, remote: false }
