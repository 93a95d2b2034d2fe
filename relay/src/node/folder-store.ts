import { mkdir, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ENDINGS, type PictureType } from '../picture-type.ts'
import { type Kept, ROOM, type Room, type Store } from '../store.ts'
import { toStream } from './to-stream.ts'

interface Listed extends Kept {
  bytes: number
}

/**
 * Keeps pictures in a folder, one relay to a folder. A file's name holds all there is to know of it, so a restart
 * finds everything again; whatever else lies in the folder is left alone.
 */
export async function openFolder(folder: string, room: Room = ROOM): Promise<Store> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const list = new Map((await listed(folder)).map((file) => [file.id, file]))

  async function remove(file: Listed): Promise<void> {
    await rm(pathOf(file), { force: true })
    list.delete(file.id)
  }

  const pathOf = (file: Kept) => join(folder, nameOf(file))

  return {
    async put(picture, bytes) {
      const used = [...list.values()].reduce((sum, file) => sum + file.bytes, 0)
      if (list.size >= room.files || used + bytes.byteLength > room.bytes) return false
      // Listed before it is written, so that uploads at the same time cannot overdraw the room.
      list.set(picture.id, { ...picture, bytes: bytes.byteLength })
      const part = `${pathOf(picture)}${PART}`
      try {
        await writeFile(part, bytes, { flag: 'wx', mode: 0o600 })
        await rename(part, pathOf(picture))
      } catch (error) {
        list.delete(picture.id)
        await rm(part, { force: true })
        throw error
      }
      return true
    },

    async get(id) {
      const file = list.get(id)
      const handle = file && (await open(pathOf(file)).catch(() => undefined))
      if (!file || !handle) return undefined
      return { ...file, body: toStream(handle.createReadStream()) }
    },

    async delete(id) {
      const file = list.get(id)
      if (file) await remove(file)
    },

    async sweep(now) {
      const over = [...list.values()].filter(({ expires }) => expires <= now)
      // One that cannot be deleted is tried again with the next sweep.
      await Promise.allSettled(over.map(remove))
    },
  }
}

/** What an earlier run left behind; a file that it did not finish is deleted. */
async function listed(folder: string): Promise<Listed[]> {
  const files: Listed[] = []
  for (const name of await readdir(folder)) {
    const { id, expires, ending, part } = NAME.exec(name)?.groups ?? {}
    const type = TYPES.get(ending ?? '')
    if (!id || !type) continue
    if (part) await rm(join(folder, name), { force: true })
    else files.push({ id, type, expires: Number(expires), bytes: (await stat(join(folder, name))).size })
  }
  return files
}

const nameOf = ({ id, expires, type }: Kept) => `${id}.${expires}.${ENDINGS[type]}`

const PART = '.part'
const NAME = /^(?<id>[\w-]{32})\.(?<expires>\d{1,16})\.(?<ending>png|jpg|webp)(?<part>\.part)?$/
const TYPES = new Map(Object.entries(ENDINGS).map(([type, ending]) => [ending, type as PictureType]))
