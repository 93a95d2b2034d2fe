import * as z from 'zod'
import { isInside, isInstance } from '../document/instances/inside.ts'
import type { OpenDocument } from '../document/open-document.ts'
import { ROOT, type Tree } from '../document/tree.ts'
import { FigmaError } from '../errors.ts'
import type { Manifest } from '../manifest.ts'
import { validated } from '../values/validated.ts'
import { relaunchOwner } from './plugin-data.ts'

/** T:6437–6492: each command is one of the manifest's relaunch buttons, each description at most 1000 characters. */
export function relaunchData(value: unknown, { relaunchButtons = [] }: Manifest): Record<string, string> {
  const data = validated(z.record(z.string(), z.string()), value, 'relaunchData')
  const commands = relaunchButtons.map(({ command }) => command)
  for (const [command, description] of Object.entries(data)) {
    if (!commands.includes(command)) {
      throw new FigmaError(`The command "${command}" is not in the relaunchButtons of the manifest`)
    }
    if (description.length > MAX_DESCRIPTION) {
      throw new FigmaError(`A relaunch description has at most ${MAX_DESCRIPTION} characters`)
    }
  }
  return data
}

/** Field (tokens-studio/figma-plugin#22): none on instances, nor on what lies in them; the words are ours. */
export function assertNoInstance(tree: Tree, id: string): void {
  if (isInside(id) || isInstance(tree.find(id))) throw new FigmaError('Relaunch data cannot be set on an instance')
}

/** A relaunch button where a designer sees it. */
export interface ShownButton {
  command: string
  name: string
  /** Of the first layer that has it. */
  description: string
}

/** Those of what is selected; with nothing selected, of the page and the document. Several must all carry one (manifest). */
export function relaunchButtonsFor(document: OpenDocument, { id, relaunchButtons = [] }: Manifest): ShownButton[] {
  const { tree, pageId } = document
  const selected = document.selectionOf(pageId)
  const entriesOf = (nodeId: string) => tree.get(nodeId).pluginData[relaunchOwner(id)] ?? {}
  const carried = selected.length > 0 ? selected.map(entriesOf) : [{ ...entriesOf(ROOT), ...entriesOf(pageId) }]
  return relaunchButtons
    .filter(({ multipleSelection }) => carried.length === 1 || multipleSelection)
    .filter(({ command }) => carried.every((entries) => Object.hasOwn(entries, command)))
    .map(({ command, name }) => ({ command, name, description: carried[0]![command]! }))
}

/** Characters. */
const MAX_DESCRIPTION = 1000
