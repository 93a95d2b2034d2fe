/** What is written to this process's console and output while it listens. */
export function heard() {
  let text = ''
  const streams = [process.stdout, process.stderr]
  const writes = streams.map((stream) => stream.write)
  for (const stream of streams) {
    const write = stream.write.bind(stream)
    stream.write = ((chunk: string | Uint8Array, ...rest: []) => {
      text += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('latin1')
      return write(chunk, ...rest)
    }) as typeof stream.write
  }
  const methods = ['log', 'info', 'warn', 'error', 'debug'] as const
  const original = Object.fromEntries(methods.map((method) => [method, console[method]]))
  for (const method of methods) {
    console[method] = (...words: unknown[]) => {
      text += `${words.map((word) => (word instanceof Error ? `${word.stack} ${word.cause}` : String(word))).join(' ')}\n`
    }
  }
  return {
    text: () => text,
    stop() {
      streams.forEach((stream, index) => {
        stream.write = writes[index]!
      })
      Object.assign(console, original)
    },
  }
}
