import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { dirname, join, normalize } from 'node:path'
import { expect, test } from 'vitest'
import { BRAND, FOLDER } from '../dev/brand/files.ts'

// What the documents point at is there.

const TOPS = ['src', 'dev', 'test', 'relay', 'build', 'docs']
const paths = (
  await Promise.all(TOPS.map(async (top) => (await readdir(top, { recursive: true })).map((path) => join(top, path))))
)
  .flat()
  .map((path) => path.replaceAll('\\', '/'))

/** By its full path, or by its last names where the text has said in which folder it is. */
const isThere = (name: string) => existsSync(name) || paths.some((path) => path.endsWith(`/${name}`))

test('every path in the map exists', async () => {
  const text = (await readFile('docs/architecture.md', 'utf8')).replace(/^```.*?^```$/gms, '')
  const quoted = [...text.matchAll(/`([^`\s]+)`/g)].map(([, name]) => name!)
  const named = quoted.filter((name) => /^[\w./*-]+$/.test(name) && /\/|\.(ts|tsx|mjs|css|json|md|html)$/.test(name))
  expect(named.length).toBeGreaterThan(100)
  expect(named.filter((name) => !isThere(name.replace(/\/?\*?$/, '')))).toEqual([])
})

test('every link and picture of the documents leads somewhere', async () => {
  const documents = [
    'README.md',
    'CONTRIBUTING.md',
    'CHANGELOG.md',
    ...paths.filter((path) => path.endsWith('.md')),
  ].filter((path) => !path.includes('node_modules'))
  const lost: string[] = []
  let links = 0
  for (const document of documents) {
    for (const link of linksIn(await readFile(document, 'utf8'))) {
      links++
      const [file = '', heading] = link.split('#')
      const path = file === '' ? document : normalize(join(dirname(document), file))
      if (!existsSync(path)) lost.push(`${document}: ${link}`)
      else if (heading && !headingsIn(await readFile(path, 'utf8')).includes(heading)) lost.push(`${document}: ${link}`)
    }
  }
  expect(links).toBeGreaterThan(50)
  expect(lost).toEqual([])
})

const linksIn = (text: string) =>
  [...text.matchAll(/\]\(([^)\s]+)\)|(?:src|srcset)="([^"]+)"/g)]
    .map(([, link, source]) => (link ?? source)!)
    .filter((link) => !/^[a-z]+:/.test(link))

/** As GitHub makes addresses of them. */
const headingsIn = (text: string) =>
  [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading]) =>
    heading!
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  )

test.each(BRAND)('$name.svg is what is drawn', async ({ name, svg }) => {
  expect(await readFile(join(FOLDER, `${name}.svg`), 'utf8')).toBe(svg)
})
