import { useEffect, useRef } from 'preact/hooks'
import type { Models } from '../state/models.ts'
import { SHEET_KINDS, sheetText, takeSheetText } from '../texts/sheet.ts'
import { T } from '../texts.ts'
import { Button } from './button.tsx'
import { CheckField } from './check-field.tsx'
import { isFocusIn, useClosable } from './closable.ts'
import { Field } from './field.tsx'
import { runsOn } from './prompt-box.tsx'
import { SelectField } from './select-field.tsx'
import { SheetFaults, SheetFound } from './sheet-lists.tsx'
import css from './sheet-panel.module.css'

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
          <SheetFound plan={plan} />
          <SheetFaults plan={plan} />
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
