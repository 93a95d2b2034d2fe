import * as z from 'zod'
import type { Manifest, MenuItem } from '../manifest.ts'

const text = z.string().min(1)
/** developers.figma.com, manifest: scheme optional and one of four, `*.` for subdomains, or one of two words. */
const domain = z
  .string()
  .regex(/^(none|\*|((https?|wss?):\/\/)?(\*\.)?[a-z0-9.-]+(:\d+)?(\/\S*)?)$/i, 'is no domain pattern of Figma’s')

/** developers.figma.com, plugin parameters: optional ones come last. */
const parameters = z
  .array(
    z.strictObject({
      name: text,
      key: text,
      description: z.string().optional(),
      allowFreeform: z.boolean().optional(),
      optional: z.boolean().optional(),
    }),
  )
  .refine((all) => all.every(({ optional }, index) => optional || !all[index - 1]?.optional), {
    message: 'optional parameters must come last',
  })
  .refine((all) => new Set(all.map(({ key }) => key)).size === all.length, { message: 'has a key twice' })

const menuItem: z.ZodType<MenuItem> = z.lazy(() =>
  z.union([
    z.strictObject({ separator: z.literal(true) }),
    z.strictObject({ name: text, menu: z.array(menuItem) }),
    z.strictObject({
      name: text,
      command: text,
      parameters: parameters.optional(),
      parameterOnly: z.boolean().optional(),
    }),
  ]),
)

const editorTypes = z
  .array(z.enum(['figma', 'figjam', 'dev', 'slides', 'buzz']))
  .refine((types) => types.join() !== 'figjam,dev', { message: 'FigJam and Dev Mode do not go together' })
  .refine((types) => types.includes('figma'), { message: 'only Figma Design is simulated' })

/** What Figma's documentation of manifest.json allows (developers.figma.com, manifest). */
export const manifestSchema: z.ZodType<Manifest> = z.strictObject({
  name: text,
  id: text,
  api: z.literal('1.0.0'),
  main: text,
  ui: z.union([text, z.record(z.string(), text)]).optional(),
  editorType: editorTypes,
  documentAccess: z.literal('dynamic-page', { error: 'can only be "dynamic-page"' }).optional(),
  networkAccess: z
    .strictObject({
      allowedDomains: z.array(domain).min(1),
      reasoning: z.string().optional(),
      devAllowedDomains: z.array(domain).optional(),
    })
    .optional(),
  menu: z.array(menuItem).optional(),
  parameters: parameters.optional(),
  parameterOnly: z.boolean().optional(),
  relaunchButtons: z
    .array(z.strictObject({ command: text, name: text, multipleSelection: z.boolean().optional() }))
    .optional(),
  permissions: z.array(z.enum(['currentuser', 'activeusers', 'fileusers', 'payments', 'teamlibrary'])).optional(),
  capabilities: z.array(z.enum(['textreview', 'codegen', 'inspect', 'vscode'])).optional(),
  enableProposedApi: z.boolean().optional(),
  enablePrivatePluginApi: z.boolean().optional(),
  build: z.string().optional(),
  codegenLanguages: z.unknown().optional(),
  codegenPreferences: z.unknown().optional(),
})
