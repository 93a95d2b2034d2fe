import type { LayerRow, Source } from './rows.ts'

/** What is remembered of a job: the UI's own, but for who takes care of it and the file that it belongs to. */
export interface KeptJob {
  /** The name of a window. */
  owner: string
  /** Added where it is not said. */
  file?: string
}

export interface CheckLayer extends Pick<LayerRow, 'id' | 'name' | 'width' | 'height'> {
  source: Source
  /** The provider's id of a request that gave the layer at most one result. */
  request?: string | undefined
  /** The name of the file that it is in, where that is known. */
  file?: string | undefined
}

/**
 * `placed`: it has the result of that request. `here`: it is that layer, and holds what was sent. `copy`: the same in a
 * file of another name. `changed`: a layer of that id and name, repainted or resized. `gone`: there is none, or it is
 * another file's.
 */
export type Standing = 'placed' | 'here' | 'copy' | 'changed' | 'gone'
