import type { ExportLayer, Exports } from '../../shared/protocol.ts'
import { tokenOf } from '../../shared/token.ts'
import { fillTemplate, type Template } from '../words/template.ts'
import { inCase } from './case-style.ts'
import type { ExportChoice, FileFormat } from './choice.ts'
import { fileSizeText, pixelsOf } from './file-size.ts'
import { type FilePath, safePath } from './safe-path.ts'
import type { ShownPicture } from './shown-pictures.ts'
import { isBuiltIn } from './template.ts'
import type { WantedFile } from './wanted-files.ts'

export interface Named {
  layer: ExportLayer
  wanted: WantedFile
  result: ShownPicture['result']
  /** Its number in the order, as long as the last one. */
  number: string
}

/** The path of each file of a template, safe but perhaps not the only one of its kind. */
export function fileNamer(template: Template, { file, page }: Exports, caseStyle: ExportChoice['caseStyle']) {
  const named = new Set(template.map((part) => (typeof part === 'string' ? '' : part.token)))
  const last = template.at(-1)
  const lastIsSuffix = typeof last === 'object' && last.token === 'suffix'

  return ({ layer, wanted, result, number }: Named): FilePath => {
    const { format, size, shape, suffix } = wanted
    const pixels = pixelsOf(size, shape)
    const styled = {
      ...{ page: unparted(page), file: unparted(file), frame: parted(layer.frame), set: parted(layer.set), result },
      layer: [nameOf(layer, named), ...(named.has('result') ? [] : [result])].filter(Boolean).join('-'),
    }
    const values = new Map<string, string>()
    const style = (name: string, value: string) => values.set(name, inCase(value, caseStyle))
    for (const [name, value] of Object.entries(layer.properties ?? {})) style(tokenOf(name), unparted(value))
    for (const [name, value] of Object.entries(styled)) style(name, value)
    values.set('suffix', suffix).set('scale', fileSizeText(size)).set('format', EXTENSIONS[format]).set('n', number)
    values.set('width', `${pixels.width}`).set('height', `${pixels.height}`)

    const extension = EXTENSIONS[format]
    const endsInSuffix = lastIsSuffix && !suffix.includes('/')
    const path = fillTemplate(endsInSuffix ? template.slice(0, -1) : template, (token) => values.get(token))
    // Where the folders say all of a name, the last of them is it.
    return safePath({ path: path.replace(/[\s/]+$/, ''), extension, ...(endsInSuffix && { suffix }) })
  }
}

/** A variant is called after its set and its values, without those that the template says by themselves. */
function nameOf({ name, set, properties = {} }: ExportLayer, named: ReadonlySet<string>): string {
  if (set === undefined) return parted(name)
  const isSaid = (token: string) => named.has(token) && !isBuiltIn(token)
  const values = Object.entries(properties).filter(([property]) => !isSaid(tokenOf(property)))
  const words = [named.has('set') ? '' : parted(set), ...values.map(([, value]) => unparted(value))]
  return words.filter(Boolean).join('-')
}

/** The name of a layer: its `/` part folders, as in Figma's own export. */
const parted = (name = '') =>
  name
    .split('/')
    .map((part) => part.trim())
    .filter(Boolean)
    .join('/')

const unparted = (name: string) => name.replaceAll('/', '-')

const EXTENSIONS: Record<FileFormat, string> = { PNG: 'png', JPG: 'jpg', WEBP: 'webp', SVG: 'svg', PDF: 'pdf' }
