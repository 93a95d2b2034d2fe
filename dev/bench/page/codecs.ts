/** What an edit decodes and encodes, whoever does it. */
export interface CodecWork {
  /** Files in base64: the layer's image, and what the service answered. */
  source: string
  answer: string
  /** px of the picture that is sent, and its type, and of the one that is placed */
  sent: { width: number; height: number; type: string }
  placed: { width: number; height: number }
}

/** ms, in a worker of its own: decode, draw, encode as what is sent; decode, draw, encode as PNG and as JPEG. */
export async function timeCodecs(work: CodecWork, times: number): Promise<number[]> {
  const address = URL.createObjectURL(new Blob([SOURCE], { type: 'text/javascript' }))
  const worker = new Worker(address)
  const [source, answer] = await Promise.all([blobOf(work.source), blobOf(work.answer)])
  const measured: number[] = []
  for (let time = 0; time < times; time++) {
    measured.push(
      await new Promise<number>((resolve, reject) => {
        worker.onmessage = ({ data }: MessageEvent<number>) => resolve(data)
        worker.onerror = ({ message }) => reject(new Error(message))
        worker.postMessage({ ...work, source, answer })
      }),
    )
  }
  worker.terminate()
  URL.revokeObjectURL(address)
  return measured
}

const blobOf = async (base64: string) =>
  new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)) as Uint8Array<ArrayBuffer>])

const SOURCE = `
async function drawn(file, { width, height }) {
  const bitmap = await createImageBitmap(file)
  const canvas = new OffscreenCanvas(width, height)
  canvas.getContext('2d').drawImage(bitmap, 0, 0, width, height)
  bitmap.close()
  return canvas
}
async function encoded(canvas, type) {
  const blob = await canvas.convertToBlob({ type, quality: type === 'image/jpeg' ? 0.95 : undefined })
  return blob.arrayBuffer()
}
onmessage = async ({ data: { source, answer, sent, placed } }) => {
  const startedAt = performance.now()
  await encoded(await drawn(source, sent), sent.type)
  const result = await drawn(answer, placed)
  await encoded(result, 'image/png')
  await encoded(result, 'image/jpeg')
  postMessage(performance.now() - startedAt)
}`
