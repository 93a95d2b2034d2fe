import { type ParseArgsConfig, parseArgs } from 'node:util'

/**
 * What a script was asked for. It ends with how it is used for `--help`, and with a sentence before that for what `read`
 * throws at.
 */
export function askedFor<Options>(usage: string, read: (args: string[], env: NodeJS.ProcessEnv) => Options): Options {
  const args = process.argv.slice(2)
  if (args.includes('--help')) {
    console.log(usage)
    return process.exit(0)
  }
  try {
    return read(args, process.env)
  } catch (error) {
    console.error(`${(error as Error).message}\n${usage}`)
    return process.exit(2)
  }
}

/** Runs what a script is for, to its exit code. A failure is one line, and Ctrl-C ends it at once without any. */
export async function runScript(run: () => Promise<number | undefined>) {
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const) {
    process.once(signal, () => process.exit(code))
  }
  try {
    process.exitCode = (await run()) ?? 0
  } catch (error) {
    // Playwright explains a failure at length; its first line says it.
    console.error((error as Error).message.split('\n')[0])
    process.exitCode = 1
  }
}

/** Node's reading of a command line, which explains at length what it does not know: here it is one sentence. */
export function parseOptions<const Config extends ParseArgsConfig>(config: Config) {
  try {
    return parseArgs(config)
  } catch (error) {
    throw new Error(sentenceFor(error as NodeJS.ErrnoException))
  }
}

function sentenceFor({ code, message }: NodeJS.ErrnoException): string {
  const [, name] = /'(.+?)(?: <value>)?'/.exec(message) ?? []
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `There is no option ${name}.`
  if (code === 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL') return `“${name}” ${STRAY}`
  return message.includes('does not take') ? `${name} takes no value.` : `${name} needs a value after it.`
}

/** Both are easily done: npm takes what stands before the dashes for itself, and a shell parts words. */
const STRAY =
  'belongs to no option. Two dashes come before the first one, as below, and quotation marks around what has spaces.'
