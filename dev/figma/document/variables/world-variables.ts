import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import type { WorldData } from '../../world.ts'
import type { Tree } from '../tree.ts'
import { addMode, createCollection, createVariable, setValues } from './edit-variables.ts'
import { type CollectionRecord, findCollection } from './variable-value.ts'

/** The variables that a world describes, by the names that it gives them. */
export class WorldVariables {
  readonly #tree: Tree
  readonly #variableIds = new Map<string, string>()
  readonly #collectionIds = new Map<string, string>()

  constructor(tree: Tree, { variables = {} }: WorldData) {
    this.#tree = tree
    for (const [path, colors] of Object.entries(variables)) this.#add(path, colors)
  }

  /** A paint that is bound to a variable by its name, bound by its id. */
  bound<T>(paint: T): T {
    const { boundVariables } = Object(paint)
    const id = this.#variableIds.get(boundVariables?.color?.id)
    return id ? { ...paint, boundVariables: { color: { type: 'VARIABLE_ALIAS', id } } } : paint
  }

  /** The modes of a layer by ids. */
  modesOf(names: Record<string, string> = {}): Record<string, string> {
    const entries = Object.entries(names).map(([collection, mode]) => {
      const { id, collection: data } = this.#collection(collection)
      const modeId = data.modes.find(({ name }) => name === mode)?.modeId
      if (!modeId) throw new Error(`The collection “${collection}” has no mode “${mode}”.`)
      return [id, modeId] as const
    })
    return Object.fromEntries(entries)
  }

  #add(path: string, colors: Record<string, F.RGBA>): void {
    const [collectionName = '', ...name] = path.split('/')
    const modes = Object.keys(colors)
    if (!this.#collectionIds.has(collectionName)) this.#addCollection(collectionName, modes)
    const collection = this.#collection(collectionName)
    const record = createVariable(this.#tree, { name: name.join('/'), collection, resolvedType: 'COLOR' })
    const values = collection.collection.modes.map(({ modeId, name }) => [modeId, colors[name]!] as const)
    setValues(this.#tree, record, Object.fromEntries(values))
    this.#variableIds.set(path, record.id)
  }

  #addCollection(name: string, modes: readonly string[]): void {
    const { id, collection } = createCollection(this.#tree, name)
    const [first] = collection.modes
    this.#tree.change(id, { collection: { ...collection, modes: [{ ...first!, name: modes[0] ?? first!.name }] } })
    for (const mode of modes.slice(1)) addMode(this.#tree, findCollection(this.#tree, id)!, mode)
    this.#collectionIds.set(name, id)
  }

  #collection(name: string): CollectionRecord {
    const found = findCollection(this.#tree, this.#collectionIds.get(name) ?? '')
    if (!found) throw new Error(`The world has no variables “${name}”.`)
    return found
  }
}
