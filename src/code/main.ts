import { serve } from '../shared/channel.ts'
import type { Commands, Events, Typed } from '../shared/protocol.ts'
import { auditImages } from './commands/audit-images.ts'
import { backToStyle } from './commands/back-to-style.ts'
import { checkImages } from './commands/check-images.ts'
import { checkLayer } from './commands/check-layer.ts'
import { claimJob } from './commands/claim-job.ts'
import { closePlugin } from './commands/close-plugin.ts'
import { exportFile } from './commands/export-file.ts'
import { exportLayer } from './commands/export-layer.ts'
import { keepFavourites } from './commands/keep-favourites.ts'
import { keepOnly } from './commands/keep-only.ts'
import { lendImage } from './commands/lend-image.ts'
import { makeComponents } from './commands/make-components.ts'
import { markFavourite } from './commands/mark-favourite.ts'
import { markWindow } from './commands/mark-window.ts'
import { notify } from './commands/notify.ts'
import { placeImage } from './commands/place-image.ts'
import { placeVariant } from './commands/place-variant.ts'
import { readExports } from './commands/read-exports.ts'
import { readImage } from './commands/read-image.ts'
import { readJobs } from './commands/read-jobs.ts'
import { readJournals } from './commands/read-journals.ts'
import { readLastEdit } from './commands/read-last-edit.ts'
import { readPresets } from './commands/read-presets.ts'
import { readPrompts } from './commands/read-prompts.ts'
import { readRegion } from './commands/read-region.ts'
import { readRegions } from './commands/read-regions.ts'
import { readResults } from './commands/read-results.ts'
import { readSelection } from './commands/read-selection.ts'
import { readVariantSources } from './commands/read-variant-sources.ts'
import { readWords } from './commands/read-words.ts'
import { resizePanel } from './commands/resize-panel.ts'
import { saveJob } from './commands/save-job.ts'
import { saveJournal } from './commands/save-journal.ts'
import { saveLastEdit } from './commands/save-last-edit.ts'
import { savePreset } from './commands/save-preset.ts'
import { savePrompts } from './commands/save-prompts.ts'
import { saveSettings } from './commands/save-settings.ts'
import { showLayer } from './commands/show-layer.ts'
import { showOriginal } from './commands/show-original.ts'
import { showOriginals } from './commands/show-originals.ts'
import { showPanel } from './commands/show-panel.ts'
import { showResult } from './commands/show-result.ts'
import { startWith } from './commands/start.ts'
import { tellRunning } from './commands/tell-running.ts'
import { tidy } from './commands/tidy.ts'
import { weighImage } from './commands/weigh-image.ts'
import { undoOnClose } from './exports/on-close.ts'
import { sweepBorrowed } from './exports/sweep.ts'
import { bringBackOriginal } from './menu/original.ts'
import { suggestInBar } from './menu/suggest.ts'
import { typedIn } from './menu/typed.ts'
import { readPanelSize } from './panel-size.ts'
import { figmaPort } from './port.ts'
import { followSelection } from './selection.ts'

suggestInBar()

// Figma: only now it is known what was typed in the bar, and that the plugin may show and write something.
figma.on('run', ({ command, parameters }) => {
  if (command === 'original') void bringBackOriginal()
  else void openPanel({ visible: command !== 'again', typed: typedIn(parameters) })
})

async function openPanel({ visible, typed }: { visible: boolean; typed: Typed | undefined }) {
  figma.showUI(__html__, { themeColors: true, ...(await readPanelSize()), title: 'Refill', visible })

  const ui = serve<Commands, Events>(figmaPort, {
    start: startWith(typed),
    readSelection,
    saveSettings,
    saveJournal,
    readJournals,
    saveJob,
    readJobs,
    markWindow,
    savePreset,
    readPresets,
    savePrompts,
    readPrompts,
    saveLastEdit,
    readLastEdit,
    tellRunning,
    showPanel,
    resizePanel,
    closePlugin,
    claimJob,
    checkLayer,
    notify,
    exportLayer,
    checkImages,
    readImage,
    placeImage,
    showOriginal,
    showOriginals,
    readResults,
    showResult,
    keepOnly,
    markFavourite,
    keepFavourites,
    tidy,
    backToStyle,
    auditImages,
    exportFile,
    lendImage,
    readExports,
    weighImage,
    readWords,
    placeVariant,
    makeComponents,
    readRegions,
    readRegion,
    readVariantSources,
    showLayer,
  })

  followSelection((selection) => ui.emit('selection', selection))

  undoOnClose()
  void sweepBorrowed().catch(() => {})
}
