import { useRef } from 'preact/hooks'
import type { Models } from '../state/models.ts'
import { exportText, notYetLargerText } from '../texts/exports.ts'
import { T } from '../texts.ts'
import { Button } from './button.tsx'
import { useClosable } from './closable.ts'
import css from './export.module.css'
import { KEYS } from './use-panel-keys.ts'
import { useUniqueId } from './use-unique-id.ts'

/** What begins an export; in its place, while one goes, a question or Stop; a run that comes first has its own. Keys, as each means something else. */
export function ExportStart({ models }: { models: Models }) {
  const { exporting } = models
  switch (exporting.at.value) {
    case 'idle':
      return <Begin key="begin" models={models} />
    case 'upscaling':
      return null
    case 'asking':
      return <Question key="question" exporting={exporting} />
    case 'drawing':
      return (
        <Button key="stop" keys={KEYS.stop} onPress={exporting.stop}>
          {T.stopExport}
        </Button>
      )
  }
}

function Begin({ models: { exports, exporting, exportChoice, exportUpscale } }: { models: Models }) {
  const isUpscaling = exportChoice.all.value.upscale !== 'no'
  const price = isUpscaling ? exportUpscale.price.value : undefined
  // What it costs is said before it is paid.
  const isAsking = isUpscaling && (exportUpscale.at.value === 'looking' || price?.at === 'asking')
  return (
    <Button
      tone="action"
      keys={KEYS.begin}
      disabled={exports.obstacle.value !== undefined || isAsking}
      onPress={() => void exporting.start()}
    >
      {exportText(exports.plan.value?.files.length ?? 0, price)}
    </Button>
  )
}

function Question({ exporting }: Pick<Models, 'exporting'>) {
  const id = useUniqueId()
  const place = useRef<HTMLDivElement>(null)
  useClosable(place, exporting.cancel)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would want a legend on a line of its own.
    <div ref={place} role="group" data-asks aria-labelledby={id} class={css.question}>
      <p id={id} role="alert">
        {notYetLargerText(exporting.left.value)}
      </p>
      <div class={css.answers}>
        <Button size="small" onPress={() => void exporting.goOn()}>
          {T.exportAnyway}
        </Button>
        <Button size="small" onPress={exporting.cancel}>
          {T.cancel}
        </Button>
      </div>
    </div>
  )
}
