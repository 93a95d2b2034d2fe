import type { Picture } from '../../shared/picture.ts'
import { lend } from '../exports/lent.ts'

/** Keeps a larger picture of an image for the files that are drawn next. Throws `image` where Figma does not take it. */
export async function lendImage({ hash, picture, shrink }: { hash: string; picture: Picture; shrink: number }) {
  lend(hash, picture, shrink)
}
