import type { Exports } from '../../shared/protocol.ts'
import { safeName } from './safe-path.ts'

/** What the file with all files is called: after the document and the page. */
export const zipName = ({ file, page }: Pick<Exports, 'file' | 'page'>) =>
  safeName([file, page].filter(Boolean).join(' – '), 'zip')

/** What a file that is saved by itself is called: its folders are not made. */
export const lastPartOf = (path: string) => path.slice(path.lastIndexOf('/') + 1)
