import type { Picture } from '../../shared/picture.ts'

/** A picture beside the main one that an edit may refer to, as it is sent; `digest` tells it from others. */
export interface Referred {
  picture: Picture
  digest: string
}

/** What a prompt calls a picture. The provider numbers them by their order, and the main one is the first. */
export const imageName = (number: number) => `image ${number}`

/** The pictures that prompts name, by their numbers, each once. */
export function numbersIn(prompts: readonly string[]): number[] {
  // Of a thousand layers most send the same.
  const texts = [...new Set(prompts)]
  return [...new Set(texts.flatMap((prompt) => [...prompt.matchAll(NAME)].map(([, number]) => Number(number))))]
}

/** The names in prompts for which no picture is sent, each once; `pictures`: how many are, the main one included. */
export const namesWithout = (prompts: readonly string[], pictures: number): string[] =>
  numbersIn(prompts)
    .filter((number) => number < 1 || number > pictures)
    .map(imageName)

/** A year is no name: `image 1920`. */
const NAME = /\bimage (\d{1,2})\b/gi
