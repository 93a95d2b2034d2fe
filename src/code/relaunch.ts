import { isOfInstance } from './layers.ts'

/**
 * Figma's buttons on a layer that holds results: *Edit again* and *Original*; and on the frame or group that it covers from
 * inside, which is what a click selects. A layer below a cover is left as it is. To be called within the undo step that
 * writes the results, so that they come and go together. They are an extra: where Figma takes none, the result counts all
 * the same.
 */
export function showButtons(holder: SceneNode, layer = holder): void {
  setButtons(holder, BUTTONS)
  if (holder.parent?.id === layer.id) setButtons(layer, BUTTONS)
}

/** The layers have no results any more. */
export function removeButtons(...layers: readonly SceneNode[]): void {
  for (const layer of layers) setButtons(layer, {})
}

/** A layer that is now in the place of another has the buttons of that. */
export function copyButtons(buttons: Record<string, string>, layer: SceneNode): void {
  if (Object.keys(buttons).length > 0) setButtons(layer, buttons)
}

function setButtons(layer: SceneNode, buttons: Record<string, string>): void {
  try {
    // Field (tokens-studio/figma-plugin#22): Figma takes none on instances.
    if (layer.removed || isOfInstance(layer)) return
    // An equal value would be an entry in the history all the same.
    if (sameKeys(layer.getRelaunchData(), buttons)) return
    layer.setRelaunchData(buttons)
  } catch {}
}

const sameKeys = (some: object, others: object) => Object.keys(some).sort().join() === Object.keys(others).sort().join()

/** By their commands in the manifest, without a description. */
const BUTTONS = { 'edit-again': '', original: '' }
