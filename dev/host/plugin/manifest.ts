import type { Manifest, MenuItem } from '../../figma/editor.ts'

export interface MenuCommand {
  name: string
  command: string
}

/** Every command of the menu in its order, those of submenus too; a plugin without a menu has one command without a word. */
export function menuCommandsOf({ name, menu }: Pick<Manifest, 'name' | 'menu'>): MenuCommand[] {
  return menu ? menu.flatMap(commandsIn) : [{ name, command: '' }]
}

function commandsIn(item: MenuItem): MenuCommand[] {
  if ('separator' in item) return []
  return 'menu' in item ? item.menu.flatMap(commandsIn) : [{ name: item.name, command: item.command }]
}
