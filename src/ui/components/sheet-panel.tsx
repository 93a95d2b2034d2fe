import { useEffect, useRef } from 'preact/hooks'
import { shortened } from '../presets/shortened.ts'
import type { SheetPlan } from '../prompt-list/sheet-plan.ts'
import type { Models } from '../state/models.ts'
import { rowFaultText, SHEET_KINDS, sheetFaultsText, sheetText, takeSheetText } from '../texts/sheet.ts'
import { T } from '../texts.ts'
import { Button } from './button.tsx'
import { CheckField } from './check-field.tsx'
import { isFocusIn, useClosable } from './closable.ts'
import { Field } from './field.tsx'
import { LongList } from './long-list.tsx'
import { runsOn } from './prompt-box.tsx'
import { SelectField } from './select-field.tsx'
import css from './sheet-panel.module.css'
import { useMoreBelow } from './use-more-below.ts'

interface Props {
  models: Pick<Models, 'sheet'>
  /** The panel is gone, and the focus with it: where that goes. */
  onClose: () => void
}

/** A sheet before it is taken: what becomes of it, and what is wrong in which row. */
export function SheetPanel({ models: { sheet }, onClose }: Props) {
  return sheet.isOpen.value ? <OpenPanel sheet={sheet} onClose={onClose} /> : null
}

function OpenPanel({ sheet, onClose }: { sheet: Models['sheet']; onClose: () => void }) {
  const panel = useRef<HTMLElement>(null)
  const picker = useRef<HTMLInputElement>(null)
  const plan = sheet.plan.value
  const refusal = sheet.refusal.value
  const hasPlan = plan !== undefined
  // What is pasted is looked at next; an empty panel waits for it.
  useEffect(() => {
    panel.current?.scrollIntoView({ block: 'nearest' })
    panel.current?.querySelector<HTMLElement>(hasPlan ? 'select' : 'textarea')?.focus()
  }, [hasPlan])
  const end = (work: () => void) => () => {
    const hadFocus = isFocusIn(panel.current)
    work()
    // The box may be another one by then.
    if (hadFocus) requestAnimationFrame(onClose)
  }
  useClosable(panel, end(sheet.close))
  const count = plan ? (plan.kind === 'layers' ? plan.cells.length : plan.prompts.length) : 0
  return (
    <section
      ref={panel}
      class={css.panel}
      aria-label={T.sheet}
      // No run of what the sheet has not become yet.
      onKeyDown={runsOn(count > 0 ? end(sheet.take) : () => {})}
    >
      {!plan && (
        <Field label={T.sheetBox} note={refusal} wrong={refusal !== undefined}>
          {(control) => (
            <textarea
              {...control}
              rows={3}
              value={sheet.text.value}
              placeholder={T.sheetHint}
              onPaste={(event) => {
                event.preventDefault()
                sheet.fill(event.clipboardData?.getData('text/plain') ?? '')
              }}
              onChange={({ currentTarget }) => sheet.fill(currentTarget.value)}
            />
          )}
        </Field>
      )}
      {plan && (
        <>
          <SelectField
            label={T.sheetKind}
            value={plan.kind}
            choices={SHEET_KINDS}
            onChange={(value) => sheet.say({ kind: SHEET_KINDS.find((kind) => kind.value === value)!.value })}
          />
          <CheckField label={T.sheetHasHead} checked={plan.hasHead} onChange={(hasHead) => sheet.say({ hasHead })} />
          <p role="status">{sheetText(plan)}</p>
          <Found plan={plan} />
          <Faults plan={plan} />
        </>
      )}
      <div class={css.actions}>
        {plan && (
          <Button size="small" disabled={count === 0} onPress={end(sheet.take)}>
            {takeSheetText(plan)}
          </Button>
        )}
        {plan && sheet.isPasted.value && (
          <Button size="small" onPress={end(sheet.asText)}>
            {T.asText}
          </Button>
        )}
        {!plan && (
          <Button size="small" onPress={() => picker.current?.click()}>
            {T.sheetFile}
          </Button>
        )}
        <Button size="small" onPress={end(sheet.close)}>
          {T.cancel}
        </Button>
      </div>
      <input
        ref={picker}
        type="file"
        hidden
        aria-label={T.sheetFile}
        accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0]
          if (file) void sheet.readFile(file)
          // The same file may be chosen once more.
          currentTarget.value = ''
        }}
      />
    </section>
  )
}

/** What is taken, each with the words that it gets. */
function Found({ plan }: { plan: SheetPlan }) {
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

function Faults({ plan: { faults } }: { plan: SheetPlan }) {
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
