import { access, constants, readFile, stat, writeFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { notAPicture, pictureTypeOf } from '../pictures/picture-type.ts'

/** The bytes of a picture file. Throws one sentence for a file that is missing, unreadable or not a picture. */
export async function readPicture(path: string): Promise<Uint8Array> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') throw new Error(`There is no file “${path}”.`)
    if (error.code === 'EISDIR') throw new Error(`“${path}” is a folder, not a picture.`)
    throw new Error(`“${path}” could not be read (${error.code}).`)
  })
  if (bytes.length === 0) throw new Error(`“${path}” is empty.`)
  if (!pictureTypeOf(bytes)) throw new Error(notAPicture(path))
  return bytes
}

/** Throws one sentence unless a file can be written there: said before anything is paid for. */
export async function assertWritable(path: string) {
  const folder = dirname(resolve(path))
  const found = await stat(path).catch(() => undefined)
  if (found?.isDirectory()) throw new Error(`“${path}” is a folder: name a file to write.`)
  if (!(await stat(folder).catch(() => undefined))?.isDirectory())
    throw new Error(`There is no folder “${dirname(path)}”.`)
  await access(found ? path : folder, constants.W_OK).catch(() => {
    throw new Error(`“${path}” may not be written.`)
  })
}

/** Throws one sentence where that was not to be foreseen: a full disk, a folder that is gone. */
export async function writePicture(path: string, bytes: Uint8Array) {
  await writeFile(path, bytes).catch((error: NodeJS.ErrnoException) => {
    throw new Error(`“${path}” could not be written (${error.code}).`)
  })
}
