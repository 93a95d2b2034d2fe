/** A name on one line, as long as one may be. */
export const tidied = (name: string) => name.replace(/\s+/g, ' ').trim().slice(0, LONGEST_NAME).trimEnd()

/** Characters. */
const LONGEST_NAME = 80
