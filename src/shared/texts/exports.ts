// What the sandbox says of files that it draws, and of what it changes in the document for that moment.

export const LARGER_REFUSED = 'Figma did not accept the larger image.'
export const onlyAsShownText = (name: string) => `“${name}” can only be drawn with what it shows now.`
export const changedWhileDrawnText = (name: string) => `“${name}” was changed while it was drawn.`
export const uncopiedText = (name: string) => `“${name}” cannot be copied.`
export const NOT_PUT_BACK = 'Figma did not let a layer be put back: the next start of Refill does it.'
