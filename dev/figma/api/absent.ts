/** Lines of member names, separated by single spaces. */
export type Lines = readonly string[]

export const wordsOf = (lines: Lines): string[] => lines.flatMap((line) => line.split(' '))

type Words<Line extends string> = Line extends `${infer Word} ${infer Rest}` ? Word | Words<Rest> : Line

/**
 * Holds the line between what is simulated and what is not: `true` only if each member of the typings is either in the
 * face or named as absent, and nothing is named that the typings do not have. Otherwise the names that are wrong.
 */
export type Exactly<Typing, Face, Absent extends Lines> = [
  Exclude<keyof Typing & string, keyof Face | Words<Absent[number]>>,
  Exclude<Words<Absent[number]>, keyof Typing>,
  Extract<Words<Absent[number]>, keyof Face>,
] extends [never, never, never]
  ? true
  : {
      missing: Exclude<keyof Typing & string, keyof Face | Words<Absent[number]>>
      unknown: Exclude<Words<Absent[number]>, keyof Typing>
      both: Extract<Words<Absent[number]>, keyof Face>
    }

/** Fails to compile where `Exactly` found something. */
export type Holds<T extends true> = T
