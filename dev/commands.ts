import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'

export interface Command {
  title: string
  /** A program of node_modules/.bin and its arguments. */
  words: readonly [string, ...string[]]
}

/** Runs the commands side by side and prints those that fail. Resolves to the titles of the failed ones. */
export async function runCommands(commands: readonly Command[]): Promise<string[]> {
  const failed: string[] = []
  const line = [...commands]
  const worker = async () => {
    for (let command = line.shift(); command; command = line.shift()) {
      const { code, output } = await runCommand(command)
      console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${command.title}`)
      if (code === 0) continue
      failed.push(command.title)
      console.log(output.trim())
    }
  }
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), line.length) }, worker))
  return failed
}

function runCommand({ words: [program, ...args] }: Command): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(join('node_modules', '.bin', program), args, { shell: process.platform === 'win32' })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text))
    child.on('error', ({ message }) => resolve({ code: 1, output: message }))
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

const PROJECTS = ['src/shared', 'src/code', 'src/ui', 'dev', 'relay', 'test']

/** Types, lint and format. */
export const CHECKS: readonly Command[] = [
  ...PROJECTS.map((project): Command => ({ title: `types of ${project}`, words: ['tsc', '-p', project] })),
  { title: 'Figma’s lint rules', words: ['eslint', '--max-warnings', '0', 'src/code'] },
  { title: 'lint and format', words: ['biome', 'ci', '--error-on-warnings', '.'] },
]
