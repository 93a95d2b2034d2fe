import { useRef } from 'preact/hooks'
import { shortened } from '../presets/shortened.ts'
import type { SheetPlan } from '../prompt-list/sheet-plan.ts'
import { rowFaultText, sheetFaultsText } from '../texts/sheet.ts'
import { T } from '../texts.ts'
import { LongList } from './long-list.tsx'
import css from './sheet-panel.module.css'
import { useMoreBelow } from './use-more-below.ts'

/** What is taken, each with the words that it gets. */
export function SheetFound({ plan }: { plan: SheetPlan }) {
  const items =
    plan.kind === 'layers'
      ? plan.cells.map(({ row, layer, column, prompt }) => ({
          key: `${row} ${column}`,
          name: `${layer}, ${plan.columns[column]}`,
          prompt,
        }))
      : plan.prompts.map(({ row, name = '', prompt }) => ({ key: `${row}`, name, prompt }))
  const list = useRef<HTMLElement>(null)
  useMoreBelow(list, items.length > 0)
  if (items.length === 0) return null
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable (WCAG 2.1.1).
    <section ref={list} class={css.found} data-scrolls tabIndex={0} aria-label={T.sheetColumns}>
      <LongList label={T.sheetColumns} class={css.list} items={items} usualHeight={20}>
        {({ key, name, prompt }, position) => (
          <li key={key} class={css.item} aria-posinset={position} aria-setsize={items.length} title={prompt}>
            {name && <b>{name}: </b>}
            {shortened(prompt, LINE)}
          </li>
        )}
      </LongList>
    </section>
  )
}

/** What is not taken, and why. */
export function SheetFaults({ plan: { faults } }: { plan: SheetPlan }) {
  const list = useRef<HTMLElement>(null)
  useMoreBelow(list, faults.length > 0)
  if (faults.length === 0) return null
  return (
    <>
      <p>{sheetFaultsText(faults)}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: as above. */}
      <section ref={list} class={css.faults} data-scrolls tabIndex={0} aria-label={T.sheetFaults}>
        <LongList label={T.sheetFaults} class={css.list} items={faults} usualHeight={20}>
          {(fault, position) => (
            <li
              key={position}
              class={css.fault}
              data-bad={fault.isBad}
              aria-posinset={position}
              aria-setsize={faults.length}
            >
              {rowFaultText(fault)}
            </li>
          )}
        </LongList>
      </section>
    </>
  )
}

/** Characters */
const LINE = 120
