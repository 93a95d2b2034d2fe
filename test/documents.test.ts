import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { dirname, join, normalize } from 'node:path'
import sharp from 'sharp'
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

/** The map, and why things are as they are. */
const MAPS = ['docs/architecture.md', ...paths.filter((path) => path.startsWith('docs/decisions/'))]

const isPath = (name: string) => /^[\w./*-]+$/.test(name) && /\/|\.(ts|tsx|mjs|css|json|md|html)$/.test(name)

/** What stands in these documents as code, block by block left out. */
async function quotedIn(documents: readonly string[]): Promise<string[]> {
  const texts = await Promise.all(documents.map((path) => readFile(path, 'utf8')))
  return texts.flatMap((text) =>
    [...text.replace(/^```.*?^```$/gms, '').matchAll(/`([^`\s]+)`/g)].map(([, name]) => name!),
  )
}

test('every path in the map and the decisions exists', async () => {
  const named = (await quotedIn(MAPS)).filter(isPath)
  expect(named.length).toBeGreaterThan(100)
  expect(named.filter((name) => !isThere(name.replace(/\/?\*?$/, '')))).toEqual([])
})

test('every name of code in the map and the decisions is one that the code has', async () => {
  const files = paths.filter((path) => /^(src|dev|relay\/src|build)\/.*\.(ts|tsx|mjs|html)$/.test(path))
  const words = new Set((await Promise.all(files.map((path) => readFile(path, 'utf8')))).join('\n').match(/\w+/g))
  const names = (await quotedIn(MAPS)).filter((name) => !isPath(name) && !NOT_OURS.includes(name))
  expect(names.length).toBeGreaterThan(20)
  const lastOf = (name: string) => name.replace(/\(.*/, '').match(/\w+/g)?.at(-1)
  expect(names.filter((name) => lastOf(name) && !words.has(lastOf(name)!))).toEqual([])
})

/** A library that is gone, and what an id of Figma's looks like. */
const NOT_OURS = ['ky', 'I1:5;1:3']

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

test('the checklist for the real Figma has a line for each subject of which something is only believed', async () => {
  const [world = '', list = ''] = await Promise.all(
    ['dev/figma/README.md', 'docs/publishing.md'].map((path) => readFile(path, 'utf8')),
  )
  const [, believed = ''] = world.split(/^## Only believed$/m)
  const subjects = [...believed.split(/^## /m)[0]!.matchAll(/^- \*\*(.+?)\.\*\*/gm)].map(([, subject]) => subject!)
  expect(subjects.length).toBeGreaterThan(8)
  const [, lines = ''] = list.split('**What else the simulation believes**')
  expect([...lines.matchAll(/^- \[ \] \*(.+?)\*:/gm)].map(([, subject]) => subject)).toEqual(subjects)
})

test.each(BRAND)('$name.svg is what is drawn, and its PNG has the size that Figma asks for', async (brand) => {
  const { name, svg, size } = brand
  expect(await readFile(join(FOLDER, `${name}.svg`), 'utf8')).toBe(svg)
  const { width, height } = await sharp(join(FOLDER, `${name}.png`)).metadata()
  expect({ width, height }).toEqual(size)
})
