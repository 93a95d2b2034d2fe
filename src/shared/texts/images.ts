// What the sandbox says of images that Figma reads, draws and takes.

/** `name`: of the layer that is to show it. */
export const lostImageText = (name?: string) => `Figma no longer has ${theImage(name)}.`
export const unloadedText = (name?: string) => `Figma could not load ${theImage(name)}.`
export const unknownKindText = (name?: string) => `Refill cannot read ${theImage(name)}: its kind of file is not known.`
const theImage = (name?: string) => (name === undefined ? 'the image' : `the image on “${name}”`)

export const emptyText = (name: string) => `“${name}” has nothing to draw.`
export const undrawnText = (name: string) => `Figma could not draw “${name}”.`
export const RESULT_REFUSED = 'Figma did not accept the result.'
