import { computed, signal } from '@preact/signals'
import { AppError } from '../../shared/errors.ts'
import type { LayerRow, VariantSource } from '../../shared/protocol.ts'
import type { Job } from '../jobs/plan.ts'
import { agreeFirstText } from '../texts/new-variants.ts'
import { T } from '../texts.ts'
import { type Coming, comingOf } from '../variants/coming.ts'
import { intoVariants } from '../variants/into-variants.ts'
import { columnKey, valuesIn } from '../variants/names.ts'
import { originsOf, propertyOf, type SourceComponent, type VariantOrigin } from '../variants/origins.ts'
import type { Prompted } from '../words/prompt-words.ts'
import type { FormModel } from './form.ts'
import type { RowPrompts } from './row-prompts.ts'
import type { EditableRow } from './selection.ts'
import { createVariantSources, type VariantSourcesServices } from './variant-sources.ts'

export interface VariantsServices extends VariantSourcesServices {
  form: FormModel
  prompts: RowPrompts
}

/** What the designer set for new variants. */
export interface VariantForm {
  /** By the id of a set: the property that the prompts fill. */
  fills: ReadonlyMap<string, string>
  /** Of a component that is none of a set, as typed. */
  property: string
  /** Of the variant where there is one prompt, as typed; empty: by what the prompt says. */
  name: string
  /** The ids of the layers that may be made components. */
  agreed: ReadonlySet<string>
}

export type VariantsModel = ReturnType<typeof createVariants>

/** New variants: what will come of the chosen rows, what is asked first, and the jobs of a run that makes them. */
export function createVariants({ code, prompts, ...services }: VariantsServices) {
  const { form, choice } = services
  const sources = createVariantSources({ code, ...services })
  const all = signal<VariantForm>({ fills: new Map(), property: '', name: '', agreed: new Set() })
  const change = (part: Partial<VariantForm>) => {
    all.value = { ...all.peek(), ...part }
  }

  const isOn = computed(() => form.all.value.place === 'variant')
  const rows = computed((): readonly EditableRow[] => (isOn.value ? choice.chosen.value : []))
  const origins = computed(() => originsOf(rows.value, sources.of))
  const cells = computed(() => prompts.of(rows.value))
  const byRow = computed(() => cellsByRow(cells.value))
  /** By the component: one prompt for all is a name for all, and others give each the name of its own. */
  const values = computed(() => valuesBy(origins.value, byRow.value, all.value.name))
  const toMake = computed(() => layersIn(origins.value.map(({ component }) => component)))
  const comingFor = ({ component, rows }: VariantOrigin<EditableRow>) => {
    const named = values.value.get(component.id)!
    return rows.flatMap(({ key }) => (byRow.value.get(key) ?? []).map((cell) => named.get(columnKey(cell)) ?? ''))
  }

  /** Those that can give a new variant, as far as that is known. */
  const able = (wanted: readonly EditableRow[]) => wanted.filter((row) => sources.of(row)?.kind !== 'none')

  /** The same row of a layer that was made a component, or lies in one. */
  const movedTo = (row: EditableRow, ids: Record<string, string>): EditableRow => ({
    ...row,
    id: ids[row.id] ?? row.id,
    ...(row.inside && { inside: { ...row.inside, id: ids[row.inside.id] ?? row.inside.id } }),
  })

  return {
    all,
    isOn,
    change,
    fill: (set: string, property: string) => change({ fills: new Map(all.peek().fills).set(set, property) }),
    /** Of a row: undefined until it is known. */
    of: (row: LayerRow): VariantSource | undefined => (isOn.value ? sources.of(row) : undefined),
    able,
    coming: computed((): Coming[] => comingOf(origins.value, { ...all.value, valuesOf: comingFor })),
    /** What the variant is called where the designer does not say; undefined where prompts have names of their own. */
    usualName: computed(() => {
      const alone = cells.value.filter(({ column }) => !column)
      if (alone.length === 0) return undefined
      const usual = new Set([...valuesBy(origins.value, byRow.value, '').values()].map((named) => named.get('')))
      return usual.size > 1 ? T.namesByPrompts : valuesIn(alone, '').get('')
    }),
    /** The names of the layers that have to be made components, and whether that is agreed. */
    toMake: computed(() => toMake.value.map(({ name }) => name)),
    agreed: computed(() => toMake.value.every(({ id }) => all.value.agreed.has(id))),
    agree: (isAgreed: boolean) => change({ agreed: new Set(isAgreed ? toMake.peek().map(({ id }) => id) : []) }),
    /** How many of the chosen rows are left out, and of how many it is not known yet. */
    left: computed(() => rows.value.length - able(rows.value).length),
    unknown: computed(() => rows.value.filter((row) => sources.of(row) === undefined).length),
    /**
     * Takes the names and what was chosen as they are now. `jobs` asks the document anew, makes components of the layers where
     * that was agreed, and gives the jobs of what can be done. It throws `selection` where that is nothing, `settings` where it
     * was not agreed, and what `makeComponents` throws.
     */
    aim(wanted: readonly EditableRow[]) {
      const { agreed, ...filling } = all.peek()
      const cells = cellsByRow(prompts.of(wanted))
      return {
        async jobs(planned: (rows: readonly EditableRow[]) => Job[]): Promise<Job[]> {
          const found = await sources.read(wanted)
          const origins = originsOf(wanted, ({ key }) => found.get(key))
          if (origins.length === 0) throw new AppError('selection', T.noneVariant)
          const components = origins.map(({ component }) => component)
          const layers = layersIn(components)
          const asked = layers.filter(({ id }) => !agreed.has(id))
          if (asked.length > 0) throw new AppError('settings', agreeFirstText(asked.map(({ name }) => name)))
          const made = layers.length > 0 && (await code.call('makeComponents', { ids: layers.map(({ id }) => id) }))
          const ids = made ? made.ids : {}
          const former = new Map(Object.entries(ids).map(([before, now]) => [now, before]))
          const was = (id: string) => former.get(id) ?? id
          const values = valuesBy(origins, cells, filling.name)
          const byRow = new Map(origins.flatMap(({ component, rows }) => rows.map(({ key }) => [key, component])))
          const possible = wanted.filter(({ key }) => byRow.has(key)).map((row) => movedTo(row, ids))
          return intoVariants(planned(possible), {
            valuesOf: ({ id }) => values.get(was(id))!,
            propertyOf: (component) => propertyOf(component, components, filling),
            componentOf({ key }) {
              const component = byRow.get(key)!
              return { ...component, id: ids[component.id] ?? component.id }
            },
          })
        },
      }
    },
  }
}

const cellsByRow = (cells: readonly Prompted[]) => {
  const byRow = new Map<string, Prompted[]>()
  for (const cell of cells) byRow.set(cell.row.key, [...(byRow.get(cell.row.key) ?? []), cell])
  return byRow
}

const valuesBy = (origins: readonly VariantOrigin<EditableRow>[], cells: ReturnType<typeof cellsByRow>, name: string) =>
  new Map(
    origins.map(({ component, rows }) => [
      component.id,
      valuesIn(
        rows.flatMap(({ key }) => cells.get(key) ?? []),
        name,
      ),
    ]),
  )

const layersIn = (components: readonly SourceComponent[]) => components.filter(({ kind }) => kind === 'layer')
