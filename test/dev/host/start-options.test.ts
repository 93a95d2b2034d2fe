import { expect, test } from 'vitest'
import { DEMO_KEY } from '../../../dev/api/stand.ts'
import { START_USAGE, startOptionsOf } from '../../../dev/host/server/start-options.ts'

test('without options the page takes 8780, or the next free port, and the stand-in answers', () => {
  const { open, playground } = startOptionsOf([], {})
  expect(open).toBe(true)
  expect(playground).toEqual({ port: 8780, nextPort: true, apiPort: 8787, watch: true })
})

test('a port that is named is not replaced by another', () => {
  expect(startOptionsOf(['--port', '9000', '--no-open'], {})).toMatchObject({
    open: false,
    playground: { port: 9000, nextPort: false },
  })
})

test('another service is named by its address, and its key comes from the environment', () => {
  const args = ['--api', 'http://localhost:9001/', '--world', 'banners']
  const { playground } = startOptionsOf(args, { REFILL_API_KEY: 'k' })
  expect(playground).toMatchObject({ api: { url: 'http://localhost:9001', key: 'k' }, world: 'banners' })
})

test('the stand-in keeps its own key, whatever the environment says', () => {
  expect(startOptionsOf([], { REFILL_API_KEY: 'k' }).playground).not.toHaveProperty('api')
})

test('another plugin is named by its manifest', () => {
  expect(startOptionsOf(['--plugin', 'mine/manifest.json'], {}).playground.plugin).toBe('mine/manifest.json')
  expect(START_USAGE).toContain('--plugin path/to/manifest.json')
})

test('the usage names where the key goes', () => {
  expect(START_USAGE).toContain('REFILL_API_KEY')
})

test.each([
  [['--prot', '1'], 'There is no option --prot.'],
  [
    ['extra'],
    '“extra” belongs to no option. Two dashes come before the first one, as below, and quotation marks around what has spaces.',
  ],
  [['--no-open=yes'], '--no-open takes no value.'],
  [['--port', 'many'], '--port takes a number from 0 to 65535, not “many”.'],
  [['--port', '70000'], '--port takes a number from 0 to 65535, not “70000”.'],
  [['--latency', '-5'], '--latency needs a value after it.'],
  [['--api', 'localhost'], '“localhost” is not an address: write it as http://localhost:8787'],
  [
    ['--world', 'mars'],
    'There is no world “mars”: there are hero, banners, components, layouts, soft, thousand, empty.',
  ],
  [['--api', 'http://localhost:1', '--api-key', 'k'], 'There is no option --api-key.'],
  [['--api', 'http://localhost:1', '--latency', '5'], '--latency slows the stand-in: it does nothing beside --api.'],
])('%j is refused in one sentence', (args, sentence) => {
  expect(() => startOptionsOf(args, {})).toThrow(new Error(sentence))
})

test.each([
  ['http://localhost:9000', 'the stand-in’s'],
  ['http://127.0.0.1:9000', 'the stand-in’s'],
  ['https://relay.example', 'none'],
])('without a key of its own, %s is asked with %s', (url, whose) => {
  const key = whose === 'none' ? '' : DEMO_KEY
  expect(startOptionsOf(['--api', url], {}).playground.api).toEqual({ url, key })
})
