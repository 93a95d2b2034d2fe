import { bytesOf, cutText, safeText } from './safe-text.ts'

/** Where a file goes in a folder or a ZIP. */
export interface FilePath {
  /** Empty, or with `/` at its end. */
  folder: string
  /** The part of the name that is cut or numbered where it must be. */
  stem: string
  /** The suffix and the extension, which stay. */
  ending: string
}

interface Wanted {
  /** Folders and the name, parted by `/`. */
  path: string
  suffix?: string
  /** Without its point. */
  extension: string
}

/**
 * A path that Windows, macOS and ZIPs take: no name in it is forbidden, hidden, empty or too long. Made safe once more it is
 * the same. A point at the start hides a file on macOS, where an export would then seem to be missing.
 */
export function safePath({ path, suffix = '', extension }: Wanted): FilePath {
  const parts = path.split('/').map((part) => safeText(part).replace(START, ''))
  const stem = parts.pop()!
  const tail = cutText(safeText(suffix), { bytes: SUFFIX_BYTES, units: SUFFIX_BYTES }).trimEnd()
  return fittedPath({ folder: folderOf(parts), stem, ending: `${tail}.${extension}` })
}

/** A name without folders, as of a ZIP. */
export const safeName = (name: string, extension: string) =>
  pathText(safePath({ path: name.replaceAll('/', '-'), extension }))

/** The path with a stem that is not too long, and leaves `spare` places more. */
export function fittedPath({ folder, stem, ending }: FilePath, spare = 0): FilePath {
  const units = PATH_UNITS - folder.length - ending.length - spare
  const room = { bytes: NAME_BYTES - bytesOf(ending) - spare, units }
  const name = notReserved(stem, { room, ending })
  return { folder, stem: name || (START.test(ending) ? UNNAMED : ''), ending }
}

/** Composed once more: a suffix may begin with an accent. */
export const pathText = ({ folder, stem, ending }: FilePath) => (folder + stem + ending).normalize()

/** As many of the outer ones as there is room for; those without a name vanish. */
function folderOf(parts: readonly string[]): string {
  let folder = ''
  for (const part of parts) {
    const room = { bytes: NAME_BYTES, units: FOLDER_UNITS }
    const name = notReserved(part.replace(END, ''), { room, ending: '' }).replace(END, '')
    if (folder.length + name.length + 1 > FOLDERS_UNITS) break
    if (name) folder += `${name}/`
  }
  return folder
}

interface Room {
  room: { bytes: number; units: number }
  ending: string
}

/** Cut first: what is left may be a word that Windows keeps for a device. */
function notReserved(name: string, { room, ending }: Room): string {
  const cut = cutText(name, room).trimEnd()
  return RESERVED.test(cut + ending) ? cutText(`_${cut}`, room).trimEnd() : cut
}

const START = /^[. ]+/
/** Windows leaves these out, and then finds no such folder. */
const END = /[. ]+$/
/** Windows: whatever stands behind the first point. */
const RESERVED = /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³]) *(\.|$)/i
const UNNAMED = 'unnamed'
/** UTF-8: what APFS and ext4 take; NTFS takes as many UTF-16 units, of which there are never more. */
const NAME_BYTES = 255
/** UTF-16 units. Windows takes 259 in all, with the folder that everything is unpacked to. */
const PATH_UNITS = 200
const FOLDERS_UNITS = 120
const FOLDER_UNITS = 60
const SUFFIX_BYTES = 40
