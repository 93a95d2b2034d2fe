import { layerById, pageOf } from '../layers.ts'

/** The layer with that id, on a page that is loaded: Figma lets nobody read or change others. Throws `layer` if gone. */
export async function foundForWriting(id: string): Promise<SceneNode> {
  await pageOf(await layerById(id))?.loadAsync()
  return layerById(id)
}
