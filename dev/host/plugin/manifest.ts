import type { Manifest } from '../../figma/editor.ts'
import { menuCommandsIn, parametersFor } from '../../figma/manifest.ts'

export interface MenuCommand {
  name: string
  command: string
  /** Whether quick actions ask for something before it runs. */
  asks: boolean
}

/**
 * Every command of the menu in its order, those of submenus too; a plugin without a menu has one command without a word.
 * `parameterOnly: false` also lets a command run without its parameters: then it is there twice (manifest).
 */
export function menuCommandsOf(
  manifest: Pick<Manifest, 'name' | 'menu' | 'parameters' | 'parameterOnly'>,
): MenuCommand[] {
  const { name, menu, parameterOnly } = manifest
  const items = menu ? menuCommandsIn(menu) : [{ name, command: '', parameterOnly }]
  return items.flatMap((item): MenuCommand[] => {
    const plain = { name: item.name, command: item.command, asks: false }
    if (parametersFor(manifest, item.command).length === 0) return [plain]
    const asking = { ...plain, asks: true }
    return item.parameterOnly === false ? [plain, { ...asking, name: `${item.name} with parameters…` }] : [asking]
  })
}
