import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A folder that is made when it is first asked for, and goes away with `remove`. */
export function temporaryFolder() {
  let made: Promise<string> | undefined
  return {
    path: () => (made ??= mkdtemp(join(tmpdir(), 'refill-'))),
    remove: async () => {
      if (made) await rm(await made, { recursive: true, force: true })
    },
  }
}
