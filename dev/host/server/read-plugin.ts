import { readFile, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { assertManifest, type Manifest } from '../../figma/manifest.ts'
import type { BuiltPlugin } from '../settings.ts'

export interface PluginFiles {
  plugin: BuiltPlugin
  /** The manifest and everything that it names, as paths. */
  paths: string[]
}

/** Reads a built plugin as Figma does: its manifest, and what that names beside it. Throws one sentence. */
export async function readPlugin(manifestPath: string): Promise<PluginFiles> {
  const manifest = await readManifest(manifestPath)
  const beside = (path: string) => join(dirname(manifestPath), path)
  const { main, ui } = manifest
  const pages = typeof ui === 'object' ? Object.values(ui) : ui === undefined ? [] : [ui]
  const texts = new Map(
    await Promise.all(
      [...new Set([main, ...pages])].map(async (path) => [path, await readNamed(manifestPath, path)] as const),
    ),
  )
  const text = (path: string) => texts.get(path) ?? ''
  const html =
    typeof ui === 'object'
      ? Object.fromEntries(Object.entries(ui).map(([name, path]) => [name, text(path)]))
      : text(ui ?? '')
  return { plugin: { manifest, code: text(main), html }, paths: [manifestPath, ...[...texts.keys()].map(beside)] }
}

/** A folder stands for the manifest in it. */
export async function manifestIn(path: string): Promise<string> {
  const full = resolve(path)
  const found = await stat(full).catch(() => undefined)
  if (!found) throw new Error(`There is no ${full}: name the plugin's manifest.json.`)
  return found.isDirectory() ? join(full, 'manifest.json') : full
}

async function readManifest(path: string): Promise<Manifest> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new Error(`There is no ${path}: name the plugin's manifest.json.`)
  })
  const manifest = parsed(text, path)
  assertManifest(manifest, '')
  return manifest
}

function parsed(text: string, path: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Error(`${path} is not JSON.`)
  }
}

/** Figma takes files in the manifest's folder or below it, and no others. */
async function readNamed(manifestPath: string, path: string): Promise<string> {
  const folder = dirname(manifestPath)
  const isInside = resolve(folder, path).startsWith(resolve(folder))
  const text = isInside ? await readFile(join(folder, path), 'utf8').catch(() => undefined) : undefined
  if (text === undefined) {
    throw new Error(
      `${basename(manifestPath)} names ${path}, and there is no such file beside it: is the plugin built?`,
    )
  }
  return text
}
