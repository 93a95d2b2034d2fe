import { notSimulated } from './errors.ts'
import { manifestSchema } from './values/manifest-schema.ts'

/** The keys of manifest.json that Figma documents; a manifest with others is refused. */
export interface Manifest {
  name: string
  id: string
  api: string
  /** A path from the manifest's folder, as those of `ui`. */
  main: string
  ui?: string | Readonly<Record<string, string>> | undefined
  editorType: readonly string[]
  /** Without it Figma loads the whole file first, and the old synchronous members work. */
  documentAccess?: string | undefined
  /** Without it the plugin may reach every host. */
  networkAccess?:
    | {
        allowedDomains: readonly string[]
        reasoning?: string | undefined
        devAllowedDomains?: readonly string[] | undefined
      }
    | undefined
  menu?: readonly MenuItem[] | undefined
  parameters?: readonly Parameter[] | undefined
  parameterOnly?: boolean | undefined
  relaunchButtons?: readonly RelaunchButton[] | undefined
  permissions?: readonly string[] | undefined
  capabilities?: readonly string[] | undefined
  enableProposedApi?: boolean | undefined
  enablePrivatePluginApi?: boolean | undefined
  /** A shell command that Figma runs before it loads the plugin. The simulation loads what is there. */
  build?: string | undefined
  codegenLanguages?: unknown
  codegenPreferences?: unknown
}

export type MenuItem =
  | { separator: true }
  | { name: string; menu: readonly MenuItem[] }
  | {
      name: string
      command: string
      parameters?: readonly Parameter[] | undefined
      parameterOnly?: boolean | undefined
    }

/** What a person is asked in quick actions before the plugin runs. */
export interface Parameter {
  name: string
  key: string
  description?: string | undefined
  /** Whether a text that is no suggestion is taken. */
  allowFreeform?: boolean | undefined
  optional?: boolean | undefined
}

export interface RelaunchButton {
  command: string
  name: string
  /** Whether it shows while several layers are selected, all of which have it. */
  multipleSelection?: boolean | undefined
}

/**
 * Throws one sentence for what Figma's documentation of the manifest forbids, for a command that it does not list, and
 * for a plugin that runs in a part of Figma that is not simulated.
 */
export function assertManifest(value: unknown, command: string): asserts value is Manifest {
  const manifest = parsed(value)
  assertReasoning(manifest)
  const { menu = [], relaunchButtons = [] } = manifest
  const commands = [...menuCommandsIn(menu), ...relaunchButtons].map((one) => one.command)
  if (command !== '' && !commands.includes(command)) throw new Error(`The manifest has no command “${command}”.`)
  const [capability] = manifest.capabilities ?? []
  if (capability) throw notSimulated(`a plugin with the capability “${capability}”`)
}

/** Throws one sentence where the pages of a plugin are not those that its manifest names. */
export function assertFiles({ ui }: Manifest, html: string | Readonly<Record<string, string>>): void {
  if (typeof html === 'string' && typeof ui === 'object') throw new Error('The manifest names several ui files.')
  const missing = typeof ui === 'object' && Object.keys(ui).find((name) => !Object.hasOwn(html as object, name))
  if (missing) throw new Error(`The ui file “${missing}” of the manifest is missing.`)
}

/** The clickable items of a menu in their order, those of submenus too. */
export const menuCommandsIn = (items: readonly MenuItem[]): Extract<MenuItem, { command: string }>[] =>
  items.flatMap((item) => {
    if ('menu' in item) return menuCommandsIn(item.menu)
    return 'command' in item ? [item] : []
  })

/** What a command asks for; without a menu, what the plugin asks for. */
export function parametersFor(
  { menu, parameters = [] }: Pick<Manifest, 'menu' | 'parameters'>,
  command: string,
): readonly Parameter[] {
  if (!menu) return parameters
  return menuCommandsIn(menu).find((item) => item.command === command)?.parameters ?? []
}

function parsed(value: unknown): Manifest {
  const result = manifestSchema.safeParse(value)
  if (result.success) return result.data
  const { path, message } = result.error.issues[0]!
  throw new Error(`Figma refuses the manifest: ${path.join('.') || 'it'}: ${message}`)
}

function assertReasoning({ networkAccess }: Manifest) {
  if (!networkAccess || networkAccess.reasoning) return
  if (networkAccess.allowedDomains.some((domain) => domain === '*' || /^https?:\/\/localhost/.test(domain))) {
    throw new Error('Figma refuses the manifest: networkAccess needs a reasoning for “*” and for localhost')
  }
}
