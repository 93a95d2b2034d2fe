import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { watchForKeys } from './leaks.ts'

export interface Counts {
  passed: number
  failed: number
  skipped: number
}

/** Runs the test files whose path contains one of `filters`, or all; a run that breaks off, or prints a key, is one failure more. */
export async function runVitest(filters: readonly string[]): Promise<Counts> {
  const folder = await mkdtemp(join(tmpdir(), 'refill-test-'))
  try {
    const report = join(folder, 'report.json')
    const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...filters]
    const child = spawn(join('node_modules', '.bin', 'vitest'), args, {
      stdio: ['inherit', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
      env: { ...process.env, ...(process.stdout.isTTY && { FORCE_COLOR: '1' }) },
    })
    const keys = watchForKeys()
    keys.pass(child.stdout, process.stdout)
    keys.pass(child.stderr, process.stderr)
    const code = await new Promise<number>((resolve) => child.on('close', (code) => resolve(code ?? 1)))
    keys.look(await readFile(report, 'utf8').catch(() => ''))
    const leaks = keys.found()
    for (const line of leaks) console.error(`A key was printed: ${line}`)
    const counts = await countsIn(report)
    if (leaks.length > 0) return { ...counts, failed: counts.failed + 1 }
    return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function countsIn(report: string): Promise<Counts> {
  const text = await readFile(report, 'utf8').catch(() => undefined)
  if (text === undefined) return { passed: 0, failed: 1, skipped: 0 }
  const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(text)
  return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests }
}
