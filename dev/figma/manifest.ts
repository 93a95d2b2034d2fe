import * as z from 'zod'

/** The keys of manifest.json that are understood; a manifest with others is refused. */
export interface Manifest {
  name: string
  id: string
  api: string
  main: string
  ui?: string | Record<string, string> | undefined
  editorType: readonly string[]
  documentAccess: string
  networkAccess: {
    allowedDomains: readonly string[]
    reasoning?: string | undefined
    devAllowedDomains?: readonly string[] | undefined
  }
  menu?: readonly MenuItem[] | undefined
  relaunchButtons?: readonly { command: string; name: string; multipleSelection?: boolean | undefined }[] | undefined
  permissions?: readonly string[] | undefined
}

export type MenuItem =
  | { separator: true }
  | { name: string; command: string }
  | { name: string; menu: readonly MenuItem[] }

/** Throws one sentence for what Figma's documentation of the manifest forbids, and for a command it does not list. */
export function assertManifest(value: unknown, command: string): asserts value is Manifest {
  const result = manifest.safeParse(value)
  if (!result.success) {
    const { path, message } = result.error.issues[0]!
    throw new Error(`Figma refuses the manifest: ${path.join('.') || 'it'}: ${message}`)
  }
  const { networkAccess, menu = [], relaunchButtons = [] } = result.data
  const { allowedDomains, reasoning } = networkAccess
  if (!reasoning && allowedDomains.some((domain) => domain === '*' || /^https?:\/\/localhost/.test(domain))) {
    throw new Error('Figma refuses the manifest: networkAccess needs a reasoning for “*” and for localhost')
  }
  const commands = [...commandsIn(menu), ...relaunchButtons.map((button) => button.command)]
  if (command !== '' && !commands.includes(command)) {
    throw new Error(`The manifest has no command “${command}”.`)
  }
}

const commandsIn = (items: readonly MenuItem[]): string[] =>
  items.flatMap((item) => {
    if ('menu' in item) return commandsIn(item.menu)
    return 'command' in item ? [item.command] : []
  })

const text = z.string().min(1)
/** developers.figma.com, manifest: scheme optional and one of four, `*.` for subdomains, or one of two words. */
const domain = z
  .string()
  .regex(/^(none|\*|((https?|wss?):\/\/)?(\*\.)?[a-z0-9.-]+(:\d+)?(\/\S*)?)$/i, 'is no domain pattern of Figma’s')

const menuItem: z.ZodType<MenuItem> = z.lazy(() =>
  z.union([
    z.strictObject({ separator: z.literal(true) }),
    z.strictObject({ name: text, command: text }),
    z.strictObject({ name: text, menu: z.array(menuItem) }),
  ]),
)

const manifest = z.strictObject({
  name: text,
  id: text,
  api: z.literal('1.0.0'),
  main: text,
  ui: z.union([text, z.record(z.string(), text)]).optional(),
  editorType: z.array(z.enum(['figma', 'figjam', 'dev', 'slides', 'buzz'])).refine((types) => types.includes('figma'), {
    message: 'only Figma Design is simulated',
  }),
  documentAccess: z.literal('dynamic-page', { error: 'a new plugin must say "dynamic-page"' }),
  networkAccess: z.strictObject({
    allowedDomains: z.array(domain).min(1),
    reasoning: z.string().optional(),
    devAllowedDomains: z.array(domain).optional(),
  }),
  menu: z.array(menuItem).optional(),
  relaunchButtons: z
    .array(z.strictObject({ command: text, name: text, multipleSelection: z.boolean().optional() }))
    .optional(),
  permissions: z.array(z.enum(['currentuser', 'activeusers', 'fileusers', 'payments', 'teamlibrary'])).optional(),
})
