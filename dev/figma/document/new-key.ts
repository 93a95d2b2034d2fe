import { sha1 } from '../images/sha1.ts'

/** A key as styles, variables and components have them: 40 hex digits, the same for the same name. */
export const keyFor = (name: string): string => sha1(new TextEncoder().encode(name))
