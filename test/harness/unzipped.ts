import { fromBuffer, type ZipFile } from 'yauzl'

export interface Unzipped {
  path: string
  bytes: Buffer
  at: Date
}

/** Every file of a ZIP, opened by a library that checks names, sizes and sums. */
export async function unzipped(zip: Uint8Array): Promise<Unzipped[]> {
  const options = { lazyEntries: true, strictFileNames: true, validateEntrySizes: true }
  const archive = await new Promise<ZipFile>((resolve, reject) =>
    fromBuffer(Buffer.from(zip), options, (error, opened) => (error ? reject(error) : resolve(opened!))),
  )
  return new Promise((resolve, reject) => {
    const files: Unzipped[] = []
    archive.on('error', reject)
    archive.on('end', () => resolve(files))
    archive.on('entry', (entry) => {
      archive.openReadStream(entry, async (error, stream) => {
        if (error) return reject(error)
        const chunks: Buffer[] = []
        for await (const chunk of stream!) chunks.push(chunk as Buffer)
        files.push({ path: entry.fileName, bytes: Buffer.concat(chunks), at: entry.getLastModDate() })
        archive.readEntry()
      })
    })
    archive.readEntry()
  })
}
