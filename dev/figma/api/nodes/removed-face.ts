import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import type { LayerRecord } from '../../document/layer-record.ts'
import { KIND, Remote } from '../../sandbox/remote.ts'

/** What an event tells of a layer that is gone. */
export class RemovedFace extends Remote implements F.RemovedNode {
  readonly #layer: LayerRecord

  constructor(layer: LayerRecord) {
    super()
    this.#layer = layer
  }

  get [KIND]() {
    return 'RemovedNode'
  }

  get removed(): true {
    return true
  }
  get type(): F.NodeType {
    return this.#layer.type as F.NodeType
  }
  get id(): string {
    return this.#layer.id
  }
}
