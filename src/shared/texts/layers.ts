// What the sandbox says of layers, and of what is laid on them or read of them.

export const LAYER_GONE = 'That layer is no longer in the file.'
export const LAYER_IN_LIBRARY = 'That layer lies in a library, not in this file.'
export const goneText = (name: string) => `“${name}” is no longer in the file.`
export const hiddenText = (name: string) => `“${name}” is hidden.`
export const repaintedText = (name: string) => `“${name}” was repainted meanwhile.`
export const changedText = (name: string) => `“${name}” was changed meanwhile.`
export const otherShapeText = (name: string) => `“${name}” has another shape by now.`

export const noFillsText = (name: string) => `“${name}” cannot hold a fill.`
export const mixedFillsText = (name: string) => `“${name}” has different fills on parts of its text.`
export const unchangeableText = (name: string) => `“${name}” cannot be changed.`
export const lostChangeText = (name: string) => `Figma did not keep the change of “${name}”.`
export const noneAboveText = (name: string) => `Nothing can be laid above “${name}”, where it is.`
export const noneInsideText = (name: string) => `Nothing can be laid into “${name}”.`

export const resultGoneText = (name: string) => `That result is no longer on “${name}”.`
export const noResultText = (name: string) => `“${name}” shows no result of Refill now.`
export const losesFillsText = (name: string) => `“${name}” cannot go back to its style without losing other fills.`
export const unlinkableText = (name: string) => `“${name}” cannot be linked to its style.`

export const otherPageText = (name: string) => `“${name}” lies on another page now.`
export const besideImageText = (name: string) => `“${name}” lies beside the image.`
export const tooLittleText = (name: string) => `“${name}” shows too little of its image.`
export const tiledText = (name: string) => `“${name}” shows its image as tiles: no part of it is one place.`

/** What a layer is called that Refill made for another one. The end of a name says that it has it already. */
export const EDITED = ' – edited'
