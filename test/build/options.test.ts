import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { BUILD_USAGE, buildOptionsOf } from '../../build/options.mjs'

test('without options the plugin is built once, for the hosts of the manifest', () => {
  expect(buildOptionsOf([])).toEqual({ watch: false, network: { allow: [], anyHost: false } })
})

test('hosts of one’s own, any host and watching are asked for by name', () => {
  const args = ['--allow', 'https://a.com/', '--allow', 'https://b.com/', '--any-host', '--watch']
  expect(buildOptionsOf(args)).toEqual({
    watch: true,
    network: { allow: ['https://a.com/', 'https://b.com/'], anyHost: true },
  })
})

test('the stand-in of npm start is offered where that is asked for', () => {
  expect(buildOptionsOf(['--stand-in']).standIn).toMatch(/^lumenfall http:\/\/localhost:8787 /)
})

test.each([
  [['--alow', 'https://a.com/'], 'There is no option --alow.'],
  [
    ['https://a.com/'],
    '“https://a.com/” belongs to no option. Two dashes come before the first one, as below, and quotation marks around what has spaces.',
  ],
  [['--allow'], '--allow needs a value after it.'],
])('%j is refused in one sentence', (args, sentence) => {
  expect(() => buildOptionsOf(args)).toThrow(new Error(sentence))
})

test('the command says the sentence and how it is used, builds nothing and ends with 2', () => {
  const { status, stdout, stderr } = spawnSync('node', ['dev/run.mjs', 'build.mjs', '--nothing'], { encoding: 'utf8' })
  expect(stderr).toBe(`There is no option --nothing.\n${BUILD_USAGE}\n`)
  expect(stdout).toBe('')
  expect(status).toBe(2)
})
