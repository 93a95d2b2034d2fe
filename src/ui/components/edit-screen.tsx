import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { Models } from '../state/models.ts'
import { selectedCount } from '../texts/selection.ts'
import { T } from '../texts.ts'
import { Button } from './button.tsx'
import { EditFoot } from './edit-foot.tsx'
import { FirstRun } from './first-run.tsx'
import { Gallery } from './gallery.tsx'
import { LayerResults } from './layer-results.tsx'
import { Options } from './options.tsx'
import { focusPrompt, insertIntoPrompt, PromptForm } from './prompt-form.tsx'
import { References } from './references.tsx'
import { ResumedList } from './resumed-list.tsx'
import { RunSection } from './run-section.tsx'
import css from './screen.module.css'
import { SelectionList } from './selection-list.tsx'
import { SelectionSkeleton } from './selection-skeleton.tsx'
import { ShareField } from './share-field.tsx'
import { useIntoView } from './use-into-view.ts'
import { VariantFields } from './variant-fields.tsx'

interface Props {
  models: Models
  onSettings: () => void
}

/** The Edit tab: what is selected, what should change, and the run. */
export function EditScreen({ models, onSettings }: Props) {
  const { selection, choice, thumbnails, form, words, variants, edit, run, original, results, account } = models
  const list = useIntoView(selection.rows.value)
  const resultsOn = (layer: { id: string; name: string }, more?: ComponentChildren) => (
    <LayerResults layer={layer} models={models} onPrompt={focusPrompt}>
      {more}
    </LayerResults>
  )
  const heading = selection.isRead.value
    ? selectedCount(choice.chosen.value.length, choice.possible.value)
    : T.readingSelection
  const isFirstRun = models.firstRun.isShown.value
  const wasFirstRun = useRef(isFirstRun)
  // The form is here because a key is: what it is for can be said at once.
  useEffect(() => {
    if (wasFirstRun.current && !isFirstRun) focusPrompt()
    wasFirstRun.current = isFirstRun
  }, [isFirstRun])
  // While a run goes, adding to it is a button of its own: the same keys twice would pay twice.
  const start = () => !run.busy.value && void edit.start()
  return (
    <div class={css.screen}>
      <div class={css.body} data-scrolls>
        {isFirstRun && <FirstRun models={models} onSettings={onSettings} />}
        {(!isFirstRun || selection.rows.value.length > 0) && (
          <section ref={list} class={`${css.group} ${css.section}`}>
            <div class={css.head}>
              <h2 title={heading}>{heading}</h2>
              {!isFirstRun && <ShareField models={models} />}
            </div>
            {!selection.isRead.value && selection.expected.value !== 0 ? (
              <SelectionSkeleton rows={selection.expected.value} />
            ) : selection.rows.value.length === 0 ? (
              <p class={css.empty}>{T.nothingSelected}</p>
            ) : (
              <SelectionList
                choice={choice}
                beside={form.all.value.place === 'beside'}
                variantOf={variants.isOn.value ? variants.of : undefined}
                resultOf={edit.resultOf}
                thumbnailOf={thumbnails.urlOf}
                onWantThumbnail={thumbnails.want}
                offersResults={(row) => row.results > 0 && !run.holds(row.id)}
                results={(layer) =>
                  resultsOn(
                    layer,
                    <Button size="small" name={layer.name} onPress={() => void results.showLayer(layer.id)}>
                      {T.showLayer}
                    </Button>,
                  )
                }
                originalShown={original.shown.value}
                onOriginal={({ id }) => void edit.showOriginal(id)}
                upscale={models.upscale}
                words={models.promptList.isList.value ? undefined : words}
                editFrom={models.editFrom}
                regions={models.regions}
                pictures={models.wholePicture}
                onRun={start}
              />
            )}
          </section>
        )}
        {!isFirstRun && (
          <>
            <div class={css.group}>
              <PromptForm models={models} onRun={start} />
            </div>
            <div class={css.group}>
              <References references={models.references} onName={(name) => insertIntoPrompt(models, name)} />
            </div>
            <div class={css.group}>
              <Options
                form={form.all.value}
                can={edit.can.value}
                models={edit.models.value}
                isModelUnknown={account.isUnknown(form.all.value.model)}
                onModelNamed={(model) => void account.askModel(model)}
                mostResults={edit.mostResults}
                leavesSeed={edit.leavesSeed.value}
                keepers={edit.keepers.value}
                shrinks={edit.shrinks.value}
                keeper={edit.keeper.value}
                isLossy={edit.isLossy}
                onChange={form.change}
                onOption={form.changeOption}
              />
            </div>
            <div class={css.group}>
              <VariantFields variants={variants} />
            </div>
          </>
        )}
        <div class={css.group}>
          <RunSection models={models} onSettings={onSettings} onPrompt={focusPrompt} onModel={focusModel} />
        </div>
        {/* It may come long after the panel was opened: nothing stands below it that would move. */}
        <ResumedList
          resumed={models.resumed}
          onShowLayer={(layer) => void results.showLayer(layer)}
          onSettings={onSettings}
          after={selectedTab}
        />
      </div>
      <EditFoot
        models={models}
        isFirstRun={isFirstRun}
        onSettings={onSettings}
        onDismissed={() => selectedTab()?.focus()}
      />
      <Gallery models={models} onPrompt={focusPrompt} />
    </div>
  )
}

/** The first of the form; those above it are layers', and lie in a list. */
const focusModel = () => document.querySelector<HTMLElement>('select:not(li *)')?.focus()

/** The stop before what lies in the panel. */
const selectedTab = () => document.querySelector<HTMLElement>('[role=tab][aria-selected=true]')
