import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const FOLDER = 'src/ui'
const TOKENS = join(FOLDER, 'styles', 'tokens.css')

test('colours are named in the tokens alone, so that light and dark are both right', async () => {
  const files = (await readdir(FOLDER, { recursive: true })).map((name) => join(FOLDER, name))
  const sheets = files.filter((file) => file.endsWith('.css') && file !== TOKENS)
  const found = await Promise.all(
    sheets.map(async (file) => (await readFile(file, 'utf8')).match(RAW)?.map((colour) => `${file}: ${colour.trim()}`)),
  )
  expect(sheets.length).toBeGreaterThan(20)
  expect(found.flatMap((colours) => colours ?? [])).toEqual([])
})

const RAW =
  /#[\da-f]{3,8}\b|\b(rgba?|hsla?|hwb|lab|lch|oklab|oklch)\(|[:\s(,](white|black|gr[ae]y|red|blue|green)\b(?=[;,\s)])/gi
