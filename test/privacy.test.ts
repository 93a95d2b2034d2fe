import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { providers } from '../src/ui/providers/index.ts'

// What docs/privacy.md and the manifest tell of is all that there is.

let page: string
let sources: { path: string; text: string }[]
beforeAll(async () => {
  page = await readFile('docs/privacy.md', 'utf8')
  const names = await readdir('src', { recursive: true })
  const files = names.filter((name) => /\.tsx?$/.test(name)).map((name) => join('src', name))
  sources = await Promise.all(files.map(async (path) => ({ path, text: await readFile(path, 'utf8') })))
})

const filesWith = (pattern: RegExp) =>
  sources.filter(({ text }) => pattern.test(text)).map(({ path }) => path.replaceAll('\\', '/'))

test('every key under which something is stored is told of, and no other', () => {
  const sandbox = sources.filter(({ path }) => path.startsWith(join('src', 'code')))
  const stored = sandbox.flatMap(({ text }) =>
    [...text.matchAll(/const (?:\w*_)?(?:KEY|MARK) = '([^']+)'/g)].map(([, key]) => key!.trim()),
  )
  const tables = page.slice(page.indexOf('## What is stored'), page.indexOf('## To remove'))
  const told = [...tables.matchAll(/`([^`]+)`/g)].map(([, key]) => key!.replace(/ …$/, ''))
  expect(stored.length).toBeGreaterThan(8)
  expect(told.filter((key) => key !== 'figma.clientStorage').sort()).toEqual(stored.sort())
})

test('only files that name their key store anything', () => {
  const writers = sources.filter(({ text }) =>
    /figma\.clientStorage|setPluginData\(|kept\.ts'[\s\S]*\bkeep\(/.test(text),
  )
  const keyless = writers
    .filter(({ text }) => !/\b(\w+_)?(KEY|MARK)\b/.test(text))
    .map(({ path }) => path.replaceAll('\\', '/'))
  // The one that writes for the others, and the one that carries over what a layer has.
  expect(keyless).toEqual(['src/code/kept.ts', 'src/code/variants/make-component.ts'])
})

test('nothing is kept or told anywhere else', () => {
  expect(filesWith(/setSharedPluginData|localStorage|sessionStorage|indexedDB|document\.cookie|caches\.open/)).toEqual(
    [],
  )
  expect(filesWith(/\bconsole\./)).toEqual([])
  expect(filesWith(/currentUser|fileKey/)).toEqual([])
})

test('each provider, and each host that the plugin may reach, is told of', async () => {
  const [manifest, form] = await Promise.all(
    ['manifest.json', 'docs/publishing.md'].map((path) => readFile(path, 'utf8')),
  )
  const { allowedDomains, reasoning } = JSON.parse(manifest!).networkAccess
  for (const { label, origin } of providers) {
    expect(page).toContain(label)
    for (const text of [reasoning, form]) expect(text).toContain(label.replace('-compatible', ''))
    expect(allowedDomains).toContain(`${origin}/`)
  }
  for (const address of allowedDomains) expect(page).toContain(new URL(address).hostname)
})
