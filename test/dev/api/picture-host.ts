import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import sharp from 'sharp'

/** A host of pictures on loopback, as a relay's would be. */
export interface PictureHost {
  /** The address of a path that is answered as said. */
  serve(path: string, answer: (request: IncomingMessage, response: ServerResponse) => void): string
  /** The address of a picture. */
  picture(path: string, bytes: Buffer, type?: string): string
  requests: { path: string; headers: IncomingMessage['headers'] }[]
  stop(): Promise<void>
}

export async function startPictureHost(): Promise<PictureHost> {
  const answers = new Map<string, (request: IncomingMessage, response: ServerResponse) => void>()
  const requests: PictureHost['requests'] = []
  const server = createServer((request, response) => {
    requests.push({ path: request.url ?? '', headers: request.headers })
    const answer = answers.get(request.url ?? '')
    if (answer) return answer(request, response)
    response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const serve: PictureHost['serve'] = (path, answer) => {
    answers.set(path, answer)
    return `http://127.0.0.1:${port}${path}`
  }
  return {
    serve,
    picture: (path, bytes, type = 'image/png') =>
      serve(path, (_request, response) => void response.writeHead(200, { 'content-type': type }).end(bytes)),
    requests,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** One color, as the bytes of a PNG. */
export const plain = (width: number, height: number, background = '#6080a0') =>
  sharp({ create: { width, height, channels: 3, background } })
    .png()
    .toBuffer()
