import { randomBytes } from 'node:crypto'

export type Media = ReturnType<typeof createMedia>

/** The files behind the addresses that answers give out. */
export function createMedia() {
  const files = new Map<string, { bytes: Buffer; type: string; madeAt: number }>()

  return {
    /** Returns the name under which the file is served. */
    keep(bytes: Buffer, format: string, name = `${randomBytes(12).toString('hex')}.${format}`): string {
      files.set(name, { bytes, type: `image/${format}`, madeAt: Date.now() })
      for (const oldest of [...files.keys()].slice(0, -KEPT)) files.delete(oldest)
      return name
    },

    /** `life` in ms; an expired file is gone. */
    find(name: string, life: number) {
      const file = files.get(name)
      return file && Date.now() - file.madeAt < life ? file : undefined
    },
  }
}

const KEPT = 200 // files, so that a long day in the playground does not fill the memory
