import type { Progress } from '../shared/channel.ts'
import type { AppError, Fault } from '../shared/errors.ts'
import type { Size } from '../shared/picture.ts'
import { BUILT_IN_PRESETS } from '../shared/preset-names.ts'
import type {
  Audit,
  AuditedBitmap,
  Beside,
  LayerResult,
  LayerRow,
  Made,
  Note,
  RowVariant,
  Shown,
  Skipped,
  Source,
  Use,
  VariantSource,
} from '../shared/protocol.ts'
import type { CaseStyle, ExportChoice, FileFormat } from './exports/choice.ts'
import type { PlannedFile } from './exports/plan.ts'
import type { PresetKey } from './exports/presets.ts'
import type { Order, VerdictCounts } from './jobs/audited.ts'
import type { Larger, NotLarger } from './jobs/enlargings.ts'
import type { Job } from './jobs/plan.ts'
import { imageName } from './jobs/references.ts'
import type { Sharpening } from './jobs/sharpening.ts'
import type { Judged, Need, Target, Verdict } from './jobs/verdict.ts'
import type { BuiltInKey, GroupKey } from './presets/built-in.ts'
import { LONGEST, MOST_ROLES, type Preset } from './presets/preset.ts'
import type { EntryFault, FileFault } from './presets/preset-file.ts'
import { shortened } from './presets/shortened.ts'
import type { SheetKind } from './prompt-list/heads.ts'
import type { RowFault, SheetFault, SheetPlan } from './prompt-list/sheet-plan.ts'
import { isLocal } from './providers/local-model.ts'
import type { Checked, Money } from './providers/provider.ts'
import type { Scope, Stale } from './state/audit.ts'
import type { CellActions, CellState, GridCell } from './state/cells.ts'
import type { Tally as Ticked } from './state/choice.ts'
import type { ExportState } from './state/export-files.ts'
import type { ExportTally } from './state/export-tally.ts'
import type { Obstacle } from './state/exports.ts'
import type { Missing } from './state/missing.ts'
import type { Imported } from './state/preset-import.ts'
import type { Used } from './state/preset-use.ts'
import type { Told } from './state/presets.ts'
import type { Price } from './state/price.ts'
import type { Undoable } from './state/prompt-list.ts'
import type { Refused } from './state/reference-file.ts'
import type { EmptyNamed } from './state/reference-places.ts'
import type { ResumedState, Why } from './state/resumed-row.ts'
import type { Hold } from './state/run.ts'
import type { RowState } from './state/run-row.ts'
import type { Tally } from './state/tally.ts'
import type { Unsure } from './state/unsure.ts'
import type { Contrast } from './state/variant-properties.ts'
import type { Standing } from './state/variant-standing.ts'
import type { Warnings } from './state/warnings.ts'
import type { Coming } from './variants/coming.ts'
import type { NewVariant } from './variants/new-variant.ts'
import type { PromptFault, RowWords, WordsFault } from './words/prompt-words.ts'
import type { TemplateFault } from './words/template.ts'

// Every sentence that a person reads, but for what a fault found out where it arose. What happened, then what to do; no
// codes, no blame. Longer than other files, so that the words can be read and changed in one place.

/** What a fault is called, and what the designer can do about it. */
export interface Remedy {
  title: string
  advice: string
  /** The button that goes with it. */
  action: 'retry' | 'settings' | 'prompt' | 'model' | 'place'
}

export const FAULTS: Record<Fault, Remedy> = {
  cancelled: { title: 'Stopped', advice: '', action: 'retry' },
  selection: { title: 'Nothing to edit', advice: '', action: 'retry' },
  layer: {
    title: 'The layer has changed',
    advice: 'Undo that in Figma and try again, or run anew on what is there.',
    action: 'retry',
  },
  image: { title: 'The image cannot be used', advice: 'Try another image or another layer.', action: 'retry' },
  settings: { title: 'Not ready to run', advice: '', action: 'settings' },
  offline: { title: 'No answer', advice: 'Look at the connection and at the address in Settings.', action: 'retry' },
  timeout: { title: 'It took too long', advice: 'Try again if you want to.', action: 'retry' },
  denied: { title: 'The key was not accepted', advice: 'Paste it again in Settings.', action: 'settings' },
  funds: { title: 'The account is empty', advice: 'Add credit with your provider, then try again.', action: 'retry' },
  refused: { title: 'The provider refused', advice: 'Change the prompt or the image.', action: 'prompt' },
  busy: { title: 'The provider is busy', advice: 'Wait a moment and try again.', action: 'retry' },
  provider: { title: 'The answer was no use', advice: 'Try again, or choose another model.', action: 'retry' },
  bug: { title: 'Refill made a mistake', advice: 'Try again.', action: 'retry' },
}

/** A refusal that another prompt would not help. */
export const MODEL_UNKNOWN: Remedy = {
  title: 'The model is not known',
  advice: 'Choose another one.',
  action: 'model',
}

/** A refusal of a job that has no prompt. */
export const UPSCALE_REFUSED: Remedy = {
  title: 'The provider refused',
  advice: 'Try again, or upscale the image with another model.',
  action: 'retry',
}

/** An upscaled picture that is here and was not placed: the designer decides. */
export const UNLIKE: Remedy = {
  title: 'Is this the same picture?',
  advice: 'Look at it before you place it. It is paid for, and can be saved as well.',
  action: 'place',
}

/** Why an image is not offered to be made larger. */
export const NOT_LARGER: Record<NotLarger, string> = {
  limit: 'As large as Figma takes, 4096 px',
  gain: 'Nearly as large as Figma takes, 4096 px',
  steps: 'This model cannot make it larger',
  done: 'Resampled already: only a model adds detail',
  original: 'Only resampled before: show its original, and audit again',
}

export const SKIPPED: Record<Skipped, string> = {
  hidden: 'Skipped: it is hidden',
  empty: 'Skipped: there is nothing to draw',
  line: 'Skipped: a line has no area that a picture could fill',
  kind: 'Skipped: nothing can be laid over a layer of this kind',
  mixed: 'Skipped: its text has different fills',
  lost: 'Skipped: Figma no longer has its image',
  library: 'Skipped: it belongs to a library and cannot be changed here',
}

export const PLACES: Record<Extract<Source, { kind: 'appearance' }>['place'], string> = {
  stack: 'Its look',
  inside: 'Its look, inside',
  above: 'Its look, above',
  beside: 'Its look, beside',
}

/** Why a result is not where it was meant to be. */
export const BESIDE: Record<Exclude<Beside, 'asked'>, string> = {
  gone: 'Laid beside: its layer is no longer there.',
  moved: 'Laid beside: its layer is on another page now.',
  repainted: 'Laid beside: its layer was repainted meanwhile.',
  reshaped: 'Laid beside: its layer has another shape now.',
  closed: 'Laid beside: its layer could not be written.',
}

export const STATES: Record<RowState['at'], string> = {
  waiting: 'Waiting',
  reading: 'Reading…',
  editing: 'Editing…',
  enlarging: 'Upscaling…',
  gathering: 'Waiting for its variant',
  placing: 'Placing…',
  held: 'Not placed yet',
  done: 'Done',
  failed: 'Failed',
  stopped: 'Stopped',
}

/** Where a job of an earlier panel stands. */
export const RESUMED: Record<ResumedState['at'], string> = {
  waiting: 'Waiting for the provider',
  placed: 'Placed',
  arrived: 'Arrived',
  failed: 'Failed',
  over: 'Lost',
}

export const SCOPES: Record<Scope, string> = { selection: 'Selection', page: 'This page' }

export const TARGETS: readonly { value: Target; label: string }[] = [
  { value: 1, label: '1×' },
  { value: 2, label: '2×' },
  { value: 3, label: '3×' },
  { value: 4, label: '4×' },
  { value: 'exports', label: 'Their exports' },
]

export const ORDERS: Record<Order, string> = {
  worst: 'Worst first',
  verdict: 'Verdict',
  name: 'Name',
  pixels: 'Most pixels',
  uses: 'Most used',
}

/** Why the list may not be what an audit would find now. */
export const STALE: Record<Stale, string> = {
  scope: 'The list below is of something else: audit again.',
  selection: 'Other layers are selected now: audit again to see theirs.',
  document: 'Layers have changed since: audit again.',
}

export const EXPORT_SOURCES: Record<ExportChoice['from'], string> = {
  layers: 'Layers’ own settings',
  rules: 'My rules',
}

export const FORMAT_NAMES: Record<FileFormat, string> = { PNG: 'PNG', JPG: 'JPG', WEBP: 'WebP', SVG: 'SVG', PDF: 'PDF' }

export const PRESET_NAMES: Record<PresetKey, string> = {
  png1: 'PNG',
  png2: 'PNG @2x',
  png123: 'PNG @1x @2x @3x',
  jpg: 'JPG @2x',
  webp: 'WebP @1x @2x',
  svg: 'SVG',
  pdf: 'PDF',
}

export const PRESET_GROUPS: Record<GroupKey, string> = {
  time: 'Time of day',
  season: 'Season',
  weather: 'Weather',
  material: 'Material',
  background: 'Background',
  clean: 'Clean up',
  product: 'Product shot',
  style: 'Style',
}

export const BUILT_IN_NAMES: Record<BuiltInKey, string> = BUILT_IN_PRESETS

/** Why nothing of a file of presets can be taken. */
export const FILE_FAULTS: Record<FileFault, string> = {
  large: 'The file is larger than 1 MB, and presets never are. Choose another one.',
  unreadable: 'The file could not be read. Choose it again.',
  json: 'The file is not JSON. Choose one that Refill exported.',
  shape: 'These are no presets of Refill. Choose a file that Refill exported.',
  version: 'The file comes from another version of Refill, which this one cannot read. Update Refill, then try again.',
  none: 'There are no presets in the file.',
}

/** What a part of a preset must be, where that can be said. */
const PRESET_PARTS: Readonly<Record<string, string>> = {
  name: `its name must be a text of 1 to ${LONGEST.name} characters.`,
  prompt: `its prompt must be a text of 1 to ${LONGEST.prompt} characters.`,
  count: 'its count must be a whole number from 1 to 10.',
  seedFrom: 'its seedFrom must be “drawn”, “fixed” or “provider”.',
  place: 'its place must be “layer”, “beside” or “variant”.',
  roles: `its roles must be a list of up to ${MOST_ROLES} texts, each of up to ${LONGEST.role} characters.`,
}

export const CASE_NAMES: Record<CaseStyle, string> = {
  'as-is': 'As it is',
  lower: 'lower case',
  kebab: 'kebab-case',
  snake: 'snake_case',
  camel: 'camelCase',
  pascal: 'PascalCase',
}

export const EXPORTED_PICTURES: Record<ExportChoice['pictures'], string> = {
  shown: 'What shows',
  all: 'Every result, and the original',
}

/** What becomes of images that are made larger before an export. */
export const UPSCALE_FIRST: Record<Exclude<ExportChoice['upscale'], 'no'>, { label: string; note: string }> = {
  file: { label: 'In the file', note: 'The larger images stay on their layers, above what is there now.' },
  export: {
    label: 'For this export only',
    note: 'Only the exported files show them, and your document stays as it is. They are kept until Refill is closed.',
  },
}

/** Why there is nothing to export, and what to do about it. */
export const OBSTACLES: Record<Exclude<Obstacle, 'fault'>, string> = {
  looking: '',
  selection: 'Select the layers that should become files.',
  size: 'A size cannot be used: write 2x, 512w or 512h.',
  ground: 'The ground is no colour: write it as #ffffff.',
  template: 'Correct the file names first.',
  rules: 'Add a rule: each one makes a file of every layer.',
  settings: 'None of these layers has export settings.',
  layers: 'Nothing of what is selected can be exported.',
}

/** Why there is no file of a layer. */
export const NOT_EXPORTED = {
  hidden: 'It is hidden',
  empty: 'There is nothing to draw',
  none: 'It has no export settings',
} as const

const EXPORT_STATES: Record<Exclude<ExportState['at'], 'done'>, string> = {
  waiting: 'Waiting',
  drawing: 'Drawing…',
  failed: 'Failed',
  stopped: 'Stopped',
}

export const AUDIT_COLUMNS = [
  ...['Image', 'Layer', 'Layer id', 'Width px', 'Height px', 'Shown width px', 'Shown height px', 'Mode', 'Density'],
  ...['Scale', 'Needed width px', 'Needed height px', 'Factor', 'Verdict on the image', 'Note'],
]

const VERDICTS: Record<Verdict, string> = { small: 'Too small', soft: 'Soft', sharp: 'Sharp', large: 'Too large' }

const WHYS: Record<Exclude<Why, 'elsewhere'>, string> = {
  changed: 'Its layer has changed or is gone: place it beside, or save it.',
  stopped: 'It was stopped, and came all the same: place it, or save it.',
  export: 'It was made larger for an export alone: place it, or save it.',
  variant: 'It was made for a new variant, and the run that makes that is over: place it beside, or save it.',
}

export const T = {
  name: 'Refill',
  edit: 'Edit',
  export: 'Export',
  settings: 'Settings',
  run: 'Run',
  upscale: 'Upscale',
  upscaling: 'Upscaling…',
  upscaled: 'Upscaled',
  upscaleWith: 'Upscale with',
  keepResolution: 'Keep resolution',
  keepNone: 'As it comes',
  factor: 'Factor',
  priceAsked: 'asking for the price…',
  priceUnknown: 'price unknown',
  stop: 'Stop',
  pause: 'Pause',
  resume: 'Resume',
  addToRun: 'Add to run',
  alsoUpscale: 'Also upscale',
  follows: 'It shows the result of its component.',
  lent: 'Kept for exports until Refill is closed. Its layer stays as it is.',
  otherExports: 'Other images are exported now: look at the price again.',
  goOnWithoutCeiling: 'Go on without the ceiling',
  progress: 'Progress of the run',
  audit: 'Audit',
  auditAgain: 'Audit again',
  auditHint:
    'Finds every image, how large it is shown and how many pixels it needs for that, the worst first. Nothing is changed.',
  auditScope: 'Look at',
  auditScale: 'Sharp at',
  auditing: 'Looking for images…',
  auditProgress: 'Progress of the audit',
  auditStopped: 'The audit was stopped.',
  auditEmpty: 'Select the layers whose images should be looked at, or look at the whole page.',
  auditNone: 'No fill there shows an image. Open another page or select other layers, and audit again.',
  noneListed: 'The filter lets none of them through.',
  audited: 'Images found',
  listedVerdict: 'Show',
  order: 'Sort by',
  tickAll: 'All that gain',
  csv: 'CSV',
  saveCsv: 'CSV, a line for each use',
  rowsShown: 'Rows shown',
  exportForm: 'What to export',
  exportFrom: 'Export by',
  exportRules: 'Rules',
  addRule: 'Add rule',
  presets: 'Presets',
  choosePreset: 'Presets…',
  prompts: 'Prompts',
  ownPresets: 'Yours',
  searchPresets: 'Search presets',
  searchPrompts: 'Search prompts',
  noneFound: 'None of them has these words.',
  use: 'Use',
  savePreset: 'Save as preset…',
  presetName: 'Name of the preset',
  save: 'Save',
  rename: 'Rename…',
  replacePreset: 'Replace…',
  replace: 'Replace',
  importPresets: 'Import…',
  presetFile: 'File with presets',
  exportPresets: 'Export',
  exportPresetsNote: 'Your presets as a file',
  backToForm: 'Back to what was there',
  presetAgain: 'Take it again',
  presetsFull: 'There is no room for more presets. Remove some first.',
  presetNotKept:
    'It was not kept: Figma’s storage for Refill may be full. Remove some presets or prompts, then try again.',
  presetNotRemoved: 'Figma did not remove it. Try again.',
  presetNeedsName: 'Write a name first.',
  presetNeedsPrompt: 'Write a prompt first: a preset is kept with one.',
  presetTooLong: `The prompt is too long for a preset, which holds ${LONGEST.prompt} characters. Shorten it first.`,
  noPrompts: 'The prompts that you run will be listed here.',
  removeAllPrompts: 'Remove all…',
  promptsUnsaved:
    'The last change is not kept for next time: Figma’s storage for Refill may be full. Remove some presets or prompts.',
  useRule: 'Export PNG at 1x instead',
  ruleSize: 'Size',
  ruleSizeWrong: 'A size is 2x, or px of one edge: 512w, 512h.',
  ruleSuffix: 'Suffix',
  qualityHint: 'Quality, 1–100',
  duplicateRule: 'Duplicate',
  fileNames: 'File names',
  namesWith: 'Insert',
  caseStyle: 'Letters',
  firstName: 'First file:',
  ground: 'Ground of JPGs',
  groundWrong: 'A colour is # and six digits or letters up to f.',
  groundPick: 'Pick the ground',
  exportPictures: 'Pictures',
  upscaleFirst: 'Upscale first',
  upscaleFirstNote: 'Images that are too small for these files are made larger before they are exported.',
  upscaleWhere: 'Where the larger images go',
  upscaleLooking: 'Looking at the images…',
  upscaleNone: 'Every image has enough pixels for these files.',
  upscalingFirst: 'Images are made larger first.',
  exportFiles: 'Files',
  notExported: 'Not exported',
  failedFiles: 'Failed files',
  exportProgress: 'Progress of the export',
  stopExport: 'Stop export',
  exportAnyway: 'Export anyway',
  saveAgain: 'Save again',
  arrived: 'Arrived after Stop',
  arrivedState: 'Arrived',
  originalOfRun: 'Original for this run',
  bringBack: 'Bring them back',
  dismiss: 'Dismiss',
  original: 'Original',
  originalShown: 'Original is showing',
  results: 'Results',
  noResults: 'There are no results on this layer.',
  keepOnly: 'Keep only this one',
  remove: 'Remove',
  cancel: 'Cancel',
  useSettings: 'Use these settings',
  showLayer: 'Show layer',
  tidy: 'Tidy run',
  tidyAsks: 'On the layers of this run, every result that does not show and is no favourite is removed.',
  keepFavouritesAsks: 'On the layers of this run that have favourites, the other results are removed, also what shows.',
  place: 'Place',
  thisLayer: 'This layer',
  copyBeside: 'A copy beside',
  newVariant: 'A new variant',
  newVariants: 'New variants',
  inNewVariant: 'New variant',
  variantName: 'Name of the variant',
  namesByPrompts: 'What each prompt says',
  variantProperty: 'Name of the property',
  variantLooking: 'Looking for components…',
  noneVariant: 'None of the chosen images can be in a new variant. The list says why.',
  placeIncomplete: 'Make it anyway',
  filterName: 'Name contains',
  filterLeast: 'Least edge, px',
  allPictures: 'All pictures',
  allValues: 'All',
  tryAgain: 'Try again',
  askAgain: 'Ask again',
  placeAgain: 'Place again',
  saveFile: 'Save file',
  unplacedAdvice: 'The picture is here and paid for: place it again, or save it.',
  unreadAdvice: 'What came is kept here as a file. Trying again is another request, and charged again.',
  detached:
    'Its request is still under way, and may be charged. A picture that comes waits under “Arrived after Stop”.',
  closingLoses: 'Closing Refill now loses what is still being edited; it may be charged all the same.',
  closingKeeps:
    'Closing Refill now ends the run. Pictures that are being made, or wait to be placed, come when it opens again.',
  closingSplits: 'Closing Refill now loses some pictures; others come when it opens again.',
  closingLosesHeld: 'Closing Refill now loses the pictures that wait for their variants. Place them or save them.',
  closingLosesArrived: 'Closing Refill now loses what arrived after Stop. Place it or save it.',
  resumed: 'Kept by Refill',
  keptInList: 'It may still come: “Kept by Refill” asks again for free.',
  resumedStopAsks: 'Its picture may be paid for. Refill forgets it, and does not ask for it again.',
  resumedDismissAsks: 'Its picture may be paid for, and is not saved. Refill forgets it.',
  resumedKept: 'Refill keeps it: asking again is free.',
  accountMissing: 'The account that it was sent with is missing: set its key, then try again.',
  takenElsewhere: 'Another window of Refill has taken it over.',
  placeHere: 'Place here',
  placeBeside: 'Place beside',
  unreadResult: 'What came is kept here as a file.',
  openSettings: 'Open Settings',
  changePrompt: 'Change the prompt',
  chooseModel: 'Choose another model',
  check: 'Check',
  checking: 'Checking…',
  prompt: 'Prompt',
  promptHint: 'Say what should change, and what should stay',
  references: 'References',
  useSelected: 'Use selected layer',
  chooseFiles: 'Choose files…',
  pasted: 'Pasted picture',
  dropHere: 'Drop to add them as references.',
  useAsReference: 'Use as reference',
  lookCloser: 'Look closer',
  close: 'Close',
  favourite: 'Favourite',
  keepFavourites: 'Keep favourites',
  showOnLayer: 'Show on layer',
  editFromResult: 'Edit from this result',
  editFrom: 'Edit from',
  fromShown: 'What shows',
  moreLike: 'More like this',
  moreOfForm:
    'The job of this result is no longer known: more like it take size, options and references from the form.',
  fit: 'Fit',
  zoom: 'Zoom',
  holdOriginal: 'Hold for original',
  noOriginal: 'There is no original to compare with: this was made of how the layer looked, or its image is gone.',
  otherShape: 'Its original has another shape: hold to see it.',
  galleryKeys:
    'Arrow keys look at the others, Space holds the original, F marks a favourite, Enter shows it on the layer.',
  notSent: 'Not sent',
  role: 'Role',
  addPicture: 'Add a picture',
  chooseFile: 'Choose a file',
  moveUp: 'Move up',
  dragToMove: 'Drag to another place',
  moveDown: 'Move down',
  referencesReading: 'A reference is still being read. Press Run again in a moment.',
  addPrompt: '+ Prompt',
  promptColumns: 'Prompts of each layer',
  takesPart: 'Takes part in the run',
  duplicate: 'Duplicate',
  undo: 'Undo',
  pasteSheet: 'Paste a sheet…',
  sheet: 'Sheet',
  sheetBox: 'Cells of a sheet',
  sheetHint: 'Paste cells here: prompts, names and prompts, or a column “layer” and one for each prompt',
  sheetFile: 'CSV or TSV file…',
  sheetKind: 'What the rows are',
  sheetHasHead: 'The first row is a head',
  sheetColumns: 'Found in the sheet',
  sheetFaults: 'What is not right in it',
  asText: 'Paste as plain text',
  grid: 'Layers and prompts',
  allCells: 'All',
  notRun: 'Not run',
  gridOfNothing: 'Select layers: what each of them makes of the prompts is shown here.',
  gridOfNone: 'Tick a prompt: what the layers make of it is shown here.',
  wordsChanged: 'its words have changed since',
  noWords: 'No prompt',
  ownCellHint: 'Empty: the prompt of its column',
  cellWordless: 'There are no words for it: write its prompt first.',
  ownPrompt: 'Own prompt',
  promptsByValue: 'Prompts for variants',
  onePrompt: 'One prompt',
  valuePromptHint: 'Empty: the prompt above',
  ownPromptHint: 'Empty: the prompt for all',
  count: 'Count',
  model: 'Model',
  size: 'Size',
  seed: 'Seed',
  seedDrawn: 'Drawn by Refill',
  seedFixed: 'Fixed',
  seedOfProvider: 'The provider’s',
  seedOfProviderNote: 'The seed stays unknown, and a count is one request.',
  fixedSeed: 'Fixed seed',
  seedUnknown: 'seed unknown',
  ownResults: 'Each layer its own result',
  ownResultsNote: 'Each is paid for.',
  turbo: 'Turbo: faster, for simple edits',
  safety: 'Turn off the safety checker',
  format: 'Format',
  formatDefault: 'As the provider likes',
  compression: 'Compression',
  quality: 'Quality',
  background: 'Background',
  fidelity: 'Likeness',
  compressionHint: '1–100',
  weights: 'Weights',
  extra: 'More fields',
  extraHint: 'name=value, one a line',
  options: 'Options',
  provider: 'Provider',
  apiKey: 'API key',
  address: 'Address',
  keyless: 'A server of your own may need none.',
  relay: 'Relay address',
  relayNote: 'A server of your own that passes requests on, for services that a plugin may not ask itself.',
  relayHelps: 'It may not take pictures that travel in the request: a relay, named in Settings, keeps them for it.',
  relayNext: 'Pictures now go by your relay: try again.',
  relayToken: 'Relay token',
  noToken: 'Paste the token of your relay in Settings first.',
  callback: 'Callback address',
  callbackNote: 'Called by the provider when a picture is done. Refill asks for its results by itself.',
  noneUsed: 'None',
  pictures: 'Pictures travel',
  picturesInline: 'In the request',
  picturesByRelay: 'By the relay, kept for an hour',
  picturesNote:
    'This provider fetches pictures by their address. Where it refuses those in the request, the relay keeps them.',
  picturesNoteAlone:
    'This provider fetches pictures by their address. If it refuses those in the request, a relay helps.',
  getKey: 'Get a key',
  runs: 'Runs',
  atOnce: 'At once',
  deadline: 'Deadline per edit, min',
  ceilingHint: 'None',
  ceilingNote: 'For each run. It holds where the provider says what an edit costs.',
  badCeiling: 'A sum above 0, or nothing for no ceiling.',
  selected: 'Selected',
  matchLayer: 'Match the layer',
  autoSize: 'Let the model choose',
  otherModel: 'Another model…',
  modelName: 'Model name',
  modelUnknown: 'The provider knows no model of this name.',
  nothingSelected: 'Select the layers whose images should change.',
  noneTicked: 'Tick an image in the list, or let more of them through its filter.',
  onlySkipped: 'None of the selected layers can be edited. The list says why.',
  noKey: 'Paste your API key in Settings first.',
  badSeed: 'The seed is a whole number from 0 to 2147483647.',
  badCompression: 'The compression is a whole number from 1 to 100.',
  modelMissing: 'Choose a model.',
  privacyTitle: 'What leaves this file',
} as const

/** A provider's own word as a choice. */
export const nameText = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

export const balanceText = (balance: Money) => `${moneyText(balance)} left`

interface Leaving {
  /** The provider's. */
  id: string
  label: string
  host: string
  /** The host of the relay, where one is used. */
  relay: string | undefined
  keepsPictures: boolean
}

export const privacy = ({ id, label, host, relay, keepsPictures }: Leaving) =>
  [
    `When you press Run, the image of each selected layer, the references and your prompt, with the words of layers that it names, and when you press Upscale or export with “Upscale first”, each image that becomes larger, go to ${label} at ${host}`,
    relay ? ` through your relay at ${relay}, and to nobody else; ` : ', and to nobody else; ',
    'before that, no image and no prompt leaves this file. Metadata such as place and camera is removed first. ',
    keepsPictures && 'Your relay keeps each picture for an hour at the most, at an address that cannot be guessed. ',
    PRIVACY_OF[id] ?? ASKED_BEFORE,
    'Your key stays on this computer, in Figma’s storage for this plugin, and goes nowhere else. ',
    relay && 'The token of your relay stays there too, and goes to the relay alone. ',
    'The prompt, model and cost of a result are kept on its layer, where others with access to the file can read them.',
  ]
    .filter(Boolean)
    .join('')

const ASKED_BEFORE =
  'Once there is a key, it goes there when the panel opens, when the selection or an option changes and after a run, ' +
  'to ask for its models, the balance and the price, which is asked with a blank picture; and after an answer that was ' +
  'lost, to ask what it was charged. '

/** Where other things are asked, or something else becomes of a picture. */
const PRIVACY_OF: Readonly<Record<string, string>> = {
  pixeldojo:
    'PixelDojo runs this model with content moderation disabled: what you send is not checked, and what comes back is up ' +
    'to you. It keeps results for a time at addresses that need no key. ',
  pixazo: 'Pixazo keeps results at addresses that need no key. ',
  openai: 'Once there is a key or an address of your own, it is asked for its models when the panel opens. ',
}

/** What may be added beside the main picture, and what it is called. */
export const referencesHint = (most: number) =>
  most === 1
    ? `One more picture, called ${imageName(2)} in the prompt. Choose, drop or paste it.`
    : `Up to ${most} more pictures, called ${imageName(2)} to ${imageName(most + 1)} in the prompt. Choose, drop or paste them.`

export const referenceName = imageName

export const putIntoPrompt = (number: number) => `${imageName(number)}: put the name into the prompt`

export const readingText = (count: number) => (count > 0 ? `Reading ${countOf(count, 'picture')}…` : '')

/** Of those that were chosen for a model that takes more. */
export const notSentText = ({ kept, most }: { kept: number; most: number }) =>
  `This model takes ${takenText(most)}: the last ${kept === 1 ? 'one is' : `${kept} are`} kept, and not sent.`

/** What a reference may be for; anything else may be written. */
export const ROLES = ['Style', 'Product', 'Person', 'Background', 'Material', 'Colors', 'Light', 'Pose', 'Logo']

export const roleOf = (name: string) => `Role of ${name}`

/** What is done for one place. */
export const forPlace = (number: number) => `for ${imageName(number)}`

/** Of more places than the model takes. */
export const placesLeftText = ({ left, most }: { left: number; most: number }) =>
  `This model takes ${takenText(most)}: ${countOf(left, 'place')} of the preset ${left === 1 ? 'is' : 'are'} left out. Choose a model that takes more to fill ${left === 1 ? 'it' : 'them'}.`

/** Why Run does not start with an empty place. */
export function emptyPlaceText({ empty, role, named }: EmptyNamed): string {
  const what = role.trim() ? `${imageName(empty)} (${role.trim()})` : imageName(empty)
  const mend = 'Add a picture there, or remove the empty place.'
  return named === empty
    ? `The prompt speaks of ${what}, and its place is empty. ${mend}`
    : `The prompt speaks of ${imageName(named)}, and the place of ${what} before it is empty. ${mend}`
}

/** Names in the prompt that stand for no picture. The run goes on: they may be meant otherwise. */
export const namesWithoutText = (names: readonly string[]) =>
  `The prompt speaks of ${listOf(names)}, and there is no such picture.`

/** A sentence for each that was left out, and one for all that are too many. */
export function refusedTexts(refused: readonly Refused[]): string[] {
  const others = refused.flatMap((one) => (one.why === 'many' ? [] : refusedText(one)))
  const surplus = refused.filter((one) => one.why === 'many')
  if (surplus.length === 0) return others
  const names = listOf(surplus.map(({ name }) => `“${name}”`))
  const left = `${names} ${surplus.length === 1 ? 'was' : 'were'} left out`
  return [...others, `${left}: the model takes ${takenText(surplus[0]!.most)}.`]
}

function refusedText(refused: Exclude<Refused, { why: 'many' }>): string {
  const left = `“${refused.name}” was left out`
  switch (refused.why) {
    case 'nothing':
      return 'Select the layer in Figma that the prompt is to refer to, press again, and then select what should change.'
    case 'large':
      return `${left}: its file is larger than 64 MB. Save it smaller first.`
    case 'unread':
      return `${left}: it could not be read. A folder cannot be used, only the pictures in it.`
    case 'animated':
      return `${left}: it moves. Save one moment of it as PNG or JPEG first.`
    case 'kind':
      return `${left}: ${refused.kind ? `${refused.kind} files cannot be used` : 'it is no picture that can be used'}. Save it as PNG or JPEG first.`
    case 'skipped':
      return `${left}: ${SKIPPED[refused.skipped].replace('Skipped: ', '')}.`
    case 'fault':
      return `${left}. ${refused.message}`
  }
}

const takenText = (most: number) => (most === 0 ? 'one picture alone' : `${most + 1} pictures in all`)

const listOf = (words: readonly string[]) =>
  words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`

export const selectedCount = (chosen: number, possible: number) =>
  chosen < possible ? `${chosen} of ${countOf(possible, 'image')} selected` : `${countOf(possible, 'image')} selected`

export const tallyText = ({ ticked, images }: Ticked) => `${ticked} of ${countOf(images, 'image')}`

export const imagesInside = (count: number) => `Images inside (${count})`

/** Where many layers have one name, what they lie in tells them apart. */
export const nameOf = (row: Placed) => [row.name, ...placeNames(row)].join(' · ')

type Placed = Pick<LayerRow, 'name' | 'where'> & Partial<Pick<LayerRow, 'id' | 'variant'>>

/** The instance or variant that a layer lies in, and the variant that this is nested in. */
export function placeNames({ id, where, variant }: Placed): string[] {
  const outer = variant && variant.id !== id && variant.name !== where ? variant.name : undefined
  return [where, outer].filter((name) => name !== undefined)
}

export const propertyText = (name: string, value: string) => `${name}: ${value}`

/** What tells a variant from the others that are listed, in parts; `isCommon`: they have it as well. */
export function variantParts({ name, set, isInstance, properties }: RowVariant, contrast: Contrast) {
  const values = Object.entries(properties)
  return [
    ...(contrast.sets && set && !isInstance ? [{ text: set.name, isCommon: false }] : []),
    // The properties are the name of a variant, unless its set is in conflict.
    ...(isInstance || values.length === 0 ? [{ text: name, isCommon: false }] : []),
    ...values.map(([name, value]) => ({ text: propertyText(name, value), isCommon: !contrast.properties.has(name) })),
  ]
}

export const variantText = (variant: RowVariant, contrast: Contrast) =>
  variantParts(variant, contrast)
    .map(({ text }) => text)
    .join(' · ')

/** What tells layers of one name apart where there is little room: the values in which their variants differ. */
export function briefPlace({ where, variant }: Pick<LayerRow, 'where' | 'variant'>, contrast: Contrast): string {
  if (!variant) return where ?? ''
  const { name, set, isInstance, properties } = variant
  const values = Object.entries(properties).flatMap(([property, value]) =>
    contrast.properties.has(property) ? value : [],
  )
  const outer = isInstance ? name : contrast.sets ? set?.name : undefined
  return [outer, ...values].filter(Boolean).join(' · ')
}

export const onePromptEach = (property: string) => `One for each ${property}`

/** Of the box of a value. */
export const valueLabel = (box: string, rows: number) => `${box} · ${countOf(rows, 'image')}`

/** Where the shared prompt is sent all the same. */
export const valuePromptsNote = (property: string, without: number) =>
  `Where a box is empty${without > 0 ? `, and for ${countOf(without, 'image')} without “${property}”` : ''}, the prompt above is sent.`

export const wholeOf = (kind: LayerRow['kind']) => (kind ? `Whole ${kind}` : 'The whole')

export const hiddenByWhole = (kind: LayerRow['kind'], what: 'it' | 'them') =>
  `A result of ${kind ? `the whole ${kind}` : 'the whole'} may hide ${what}`

export const whatToEdit = (name: string) => `What to edit in ${name}`

export const imagesOf = (name: string) => `Images inside ${name}`

export const onlyPicture = (places: number) => `Only this picture (${places}×)`

export const onlyOnePicture = (places: number) => `Only one picture (${places}×)`

export const leftOutText = (count: number) => `${countOf(count, 'image')} left out by the filter`

export function noteText(note: Note): string {
  if (note.kind === 'instances') return `Changes ${countOf(note.count, 'instance')}`
  if (note.kind === 'style') return `Comes from the style “${note.name}”; its link goes`
  return 'An override in this instance'
}

export const warningTexts = ({ instances, styles }: Warnings) => [
  ...(instances > 0 ? [`${countOf(instances, 'instance')} will change too.`] : []),
  ...(styles.length === 1 ? [`The link to the style “${styles[0]}” goes.`] : []),
  ...(styles.length > 1 ? [`The links to ${styles.length} styles go.`] : []),
]

/** What will come of one component: how many new variants, and what they are called. */
export function comingText({ count, name, values, components }: Coming): string {
  const more = values.length - NAMES_SHOWN
  const names = [...values.slice(0, NAMES_SHOWN), ...(more > 0 ? [`${more} more`] : [])].join(', ')
  const isEach = count === values.length * components
  const each = components > 1 ? `, from ${isEach ? 'each of ' : ''}${components} variants` : ''
  return `${countOf(count, 'new variant')} of ${name}: ${names}${each}`
}

const NAMES_SHOWN = 8

/** What else is to be known of that. */
export function comingNotes({ name, property, isSet, collides }: Coming): string {
  if (!isSet) return `A set named “${name}” is made of it. What is there now is its “Default”.`
  return collides ? `Some chosen variants differ in ${property} alone: their new ones get numbers.` : ''
}

/** `set`: its name, where there are several. */
export const fillsLabel = (set: string | undefined) => (set ? `The prompts fill, in ${set}` : 'The prompts fill')

export const makeComponentText = (names: readonly string[]) =>
  names.length === 1 ? `Make ${names[0]} a component first` : `Make ${shortList(names)} components first`

/** What that means for the document. */
export const makeComponentNote = (count: number) =>
  `${count === 1 ? 'It stays where it is and looks' : 'They stay where they are and look'} the same. Undo takes that back.`

export const agreeFirstText = (names: readonly string[]) =>
  `A new variant needs a component. Tick “${makeComponentText(names)}”, or choose another place.`

/** Many names would fill the panel. */
const shortList = (names: readonly string[]) =>
  names.length > 3 ? listOf([...names.slice(0, 2), `${names.length - 2} others`]) : listOf(names)

export const leftOfVariantsText = (count: number) =>
  `${countOf(count, 'image')} cannot be in one and ${count === 1 ? 'is' : 'are'} left out: the list says why.`

/** What a row says of its new variant. */
export const variantRowText = (source: VariantSource | undefined) =>
  source?.kind === 'none' ? NO_VARIANT[source.why] : T.inNewVariant

const NO_VARIANT: Record<Extract<VariantSource, { kind: 'none' }>['why'], string> = {
  instance: 'No new variant: it belongs to an instance. Select its component.',
  library: 'No new variant: its component belongs to a library.',
  conflict: 'No new variant: two variants of its set have the same values. Correct that in Figma first.',
  kind: 'No new variant: this layer cannot become a component.',
  gone: 'No new variant: it is no longer in the file.',
}

/** Of a row in a run: where its picture goes. */
export const intoText = ({ value, of }: NewVariant) => `For the new variant “${value}” of ${of}`

/** `name`: as Figma has it. */
export const inVariantText = (name: string) => `In the new variant “${name}”`

/** Why a picture that is here is in no variant yet. */
export function standingText({ variant: { value }, isMade, lacks, failed, stopped, underWay }: Standing): string {
  if (isMade) return `The variant “${value}” was made without it: place it beside, or save it.`
  if (lacks === 0) return `All pictures of the variant “${value}” are here.`
  const verb = (one: string, many: string) => (lacks === 1 ? one : many)
  const why =
    failed === lacks
      ? 'failed'
      : stopped === lacks
        ? verb('was stopped', 'were stopped')
        : underWay === lacks
          ? verb('is under way', 'are under way')
          : 'did not come'
  return `The variant “${value}” waits for ${countOf(lacks, 'other picture')}, which ${why}.`
}

/** What a screen reader says of a thumbnail. */
export const resultName = (
  { made: { prompt, model }, shown, favourite }: LayerResult,
  { place, of }: { place: number; of: number },
) =>
  [
    placeText({ place, of }),
    prompt ? `“${prompt}”` : model && T.upscaled.toLowerCase(),
    favourite && T.favourite.toLowerCase(),
    shown && 'showing',
  ]
    .filter(Boolean)
    .join(', ')

const placeText = ({ place, of }: { place: number; of: number }) => `Result ${place} of ${of}`

/** What is looked at in the gallery, and its px where they are known. */
export const lookedText = ({ shown }: LayerResult, where: { place: number; of: number }, size: Size | undefined) =>
  [placeText(where), shown && 'shows on the layer', size && `${sizeText(size)} px`].filter(Boolean).join(' · ')

/** While the original is held. */
export const heldText = (size: Size | undefined) =>
  [T.original, size && `${sizeText(size)} px`].filter(Boolean).join(' · ')

export const zoomText = (zoom: number) => `${zoom * 100} %`

export const zoomedText = (zoom: number) => `Picture at ${zoomText(zoom)}: drag, scroll or use the arrow keys`

/** `most`: so many, if not fewer. */
export const keepFavouritesAsks = (others: number, most: boolean) =>
  `${most ? 'Up to ' : ''}${countOf(others, 'result')} that ${others === 1 ? 'is' : 'are'} no favourite${others === 1 ? '' : 's'} will be removed.`

/** What the next edit of a layer is made from. */
export const editFromOf = (name: string) => `${T.editFrom} of ${name}`

export const fromResultText = ({ prompt }: Made) => (prompt ? `Result “${shortened(prompt, 24)}”` : 'A result')

/** The button says how many it asks for, and what they cost where that is known. */
export const moreLikeText = (count: number, sums: readonly Money[] | undefined) =>
  [`${T.moreLike} (${count})`, sums && isPaid(sums) && `for ${sumsText(sums)}`].filter(Boolean).join(' ')

export const moreAskedText = (count: number) =>
  count === 1
    ? 'One more result was asked for: the run tells how it stands.'
    : `${count} more results were asked for: the run tells how they stand.`

export const originalText = ({ override }: Shown) =>
  override ? `${T.originalShown}; in this instance it stays an override.` : T.originalShown

export const resultsOf = (name: string) => `Results on ${name}`

export const madeText = ({ prompt, model, executedModel, seed }: Made) =>
  [
    prompt ? `“${prompt}”` : model && T.upscaled,
    executedModel ?? (model && upscalerText(model)),
    seed !== undefined && seedText(seed),
  ]
    .filter(Boolean)
    .join(' · ')

export const keepOnlyAsks = (others: number) => `${countOf(others, 'other result')} will be removed.`

export const backToStyle = (name: string) => `Back to style “${name}”`

export const backToStyleAsks = (drops: number) => `${countOf(drops, 'result')} will be removed.`

export const tidiedText = (removed: number) =>
  removed === 0 ? 'There was nothing to remove.' : `${countOf(removed, 'result')} removed.`

export const addedText = (bytes: number) => `added ${weightText(bytes)}`

export const sizeChange = (from: Size, to: Size) => `${sizeText(from)} → ${sizeText(to)}`

/** Why a result was placed with fewer pixels than its source has. */
export const smallerText = ({ message }: AppError) => `It was not made as large as its source. ${message}`

export const factorText = ({ enlarging: { target }, factor }: Larger) =>
  target === undefined ? `${Number(factor.toFixed(2))}×` : `${target} MP`

/** What makes pictures larger, as a choice. The panel itself adds no detail, and says so. */
export const upscalerText = (model: string) => (isLocal({ model }) ? 'Local (resampling, free)' : model)

export const upscalerChoices = (models: readonly string[]) =>
  models.map((model) => ({ value: model, label: upscalerText(model) }))

/** What the ticked images of an audit come to, before anything is paid. */
export const sharpenText = (
  { pictures, capped, refused }: { pictures: number; capped: number; refused: number },
  { layers, price }: { layers: number; price: Price },
) =>
  [
    pictures > 0 && `${countOf(pictures, 'image')} in ${countOf(layers, 'layer')}`,
    capped > 0 && `${capped} as far as it goes`,
    refused > 0 && `${refused} not possible`,
    pictures > 0 &&
      (price.at === 'known' ? costText(price.sums) : price.at === 'asking' ? T.priceAsked : T.priceUnknown),
  ]
    .filter(Boolean)
    .join(' · ')

/** Of an export: what is not paid for again. */
export const lentText = (count: number) =>
  `${countOf(count, 'image')} ${count === 1 ? 'is' : 'are'} made larger already`

export const upscaleAllText = (label: string, { pictures, price }: { pictures: number; price: Price }) =>
  [
    pictures > 0 ? `${label} ${countOf(pictures, 'image')}` : label,
    price.at === 'known' && isPaid(price.sums) && `for ${sumsText(price.sums)}`,
  ]
    .filter(Boolean)
    .join(' ')

/** What becomes of an image that is ticked. */
export const sharpeningTexts = (sharpening: Sharpening) =>
  'why' in sharpening
    ? [NOT_LARGER[sharpening.why]]
    : [`becomes ${sizeText(sharpening.size)} px`, ...(sharpening.isEnough ? [] : ['as far as it goes'])]

/** What an upscale comes to, before it is paid. */
export const upscaleText = (from: Size, { size, price }: { size: Size; price: Price }) =>
  `${sizeChange(from, size)} px · ${price.at === 'known' ? costText(price.sums) : price.at === 'asking' ? T.priceAsked : T.priceUnknown}`

export const upscaleFor = (price: Price) =>
  price.at === 'known' && isPaid(price.sums) ? `${T.upscale} for ${sumsText(price.sums)}` : T.upscale

export const shapeText = (ratio: string) => `Shape only, ${ratio}`

export const revisedText = (prompt: string) => `The provider’s prompt: ${prompt}`

export const sizeText = ({ width, height }: Size) => `${Math.round(width)} × ${Math.round(height)}`

export const resultsOn = (count: number) => countOf(count, 'result')

export const progressText = (settled: number, total: number) => `${settled} of ${total}`

/** What a screen reader says of a run now and then, and what Figma says at its end: the parts that there are. */
export const announcedText = ({ total, waiting, underWay, ...settled }: Tally) =>
  waiting + underWay > 0 ? `${outcomeText(settled)} of ${total}` : `Run ended: ${outcomeText(settled)}`

export const endedText = (tally: Tally, charged: readonly Money[] = []) =>
  [`Refill: ${outcomeText(tally)}`, isPaid(charged) && chargedText(charged)].filter(Boolean).join(', ')

const outcomeText = ({ done, ...others }: Pick<Tally, 'done'> & Ended) =>
  [`${done} done`, ...endedOtherwise(others)].filter(Boolean).join(', ')

/** How many of a run ended otherwise than done. */
export const endedOtherwise = ({ failed, stopped, held = 0 }: Ended) => [
  failed > 0 && `${failed} failed`,
  stopped > 0 && `${stopped} stopped`,
  held > 0 && `${held} not placed yet`,
]

type Ended = Pick<Tally, 'failed' | 'stopped'> & Partial<Pick<Tally, 'held'>>

export const parallelText = (count: number) => `${count} at once: the provider is busy`

export const retryFailedText = (count: number) => `Retry failed (${count})`

/** What a screen reader says of a button, where many rows have the same. */
export const named = (word: string, name: string) => `${word} ${name}`

export const sharedText = (others: number) => `shared with ${countOf(others, 'other')}`

export const sharingText = ({ layers, requests }: { layers: number; requests: number }) =>
  `${countOf(layers, 'layer')} ${layers === 1 ? 'shares' : 'share'} ${countOf(requests, 'request')}.`

export const rowsShownTexts = ({ total, underWay, failed }: { total: number; underWay: number; failed: number }) => ({
  all: `All (${total})`,
  underWay: `Under way (${underWay})`,
  failed: `Failed (${failed})`,
})

/** Why nothing more is asked for, and what to do. */
export function holdText(hold: Hold): string {
  if (hold.why === 'paused') return 'Paused. What has been asked for still comes.'
  const left = `${hold.left} ${hold.left === 1 ? 'is' : 'are'} left`
  if (hold.why === 'funds') return `The account is empty: ${left}. Add credit, then resume.`
  return `The ceiling of ${moneyText(hold.ceiling)} is reached: ${left}.`
}

/** Whether an answer that was lost has been charged, as far as that is known. */
export function unsureText(unsure: Unsure): string {
  if (unsure.at === 'asking') return 'It may have been charged. The provider is being asked.'
  if (unsure.at === 'none') return 'The provider lists no charge of that time.'
  if (unsure.at === 'unknown') return `It may have been charged. ${ASKING_PAYS}`
  const { count, costs } = unsure
  const money = costs.length > 0 ? `: ${sumsText(costs)}` : ''
  return `The provider lists ${countOf(count, 'charge')} of that time${money}. ${ASKING_PAYS}`
}

/** Why a picture of an earlier session is not placed. */
export const whyText = (why: Why, file: string | undefined) =>
  why === 'elsewhere'
    ? `From another file${file ? `, “${file}”` : ''}. Open that file to have it placed, or save it.`
    : WHYS[why]

export const withOthers = (name: string, others: number) =>
  others > 0 ? `${name} and ${countOf(others, 'other')}` : name

const ASKING_PAYS = 'Asking again is charged again.'

/** What becomes of a run's pictures where the panel is closed; nothing where there are none. */
export function closingText({ waiting, underWay, kept, loose, held }: Tally): string {
  if (kept > 0) return loose > 0 ? T.closingSplits : T.closingKeeps
  if (waiting + underWay > 0) return T.closingLoses
  if (loose === 0) return ''
  return held > 0 ? T.closingLosesHeld : T.closingLosesArrived
}

/** What the last session asked for and never got. */
export function missingText(missing: Missing): string {
  if ('open' in missing) {
    const { open } = missing
    return `${countOf(open, 'request')} had no answer when Refill was closed, and may have been charged.`
  }
  const { charged, costs } = missing
  const money = costs.length > 0 ? ` (${sumsText(costs)})` : ''
  return `${countOf(charged, 'picture')} ${charged === 1 ? 'was' : 'were'} charged${money} and never arrived: Refill was closed.`
}

export const originalsAsk = (layers: number) =>
  `${countOf(layers, 'layer')} will show the original again. The results stay on them.`

export const originalsText = ({ shown, missed, override }: { shown: number; missed: number; override: boolean }) =>
  [
    `The original is showing on ${countOf(shown, 'layer')}.`,
    missed > 0 && `On ${countOf(missed, 'layer')} it could not be brought back.`,
    override && 'In instances it stays an override.',
  ]
    .filter(Boolean)
    .join(' ')

export const boundsText = ({ least, most, kept }: { least: number; most: number; kept: number }) =>
  `A whole number from ${least} to ${most}. Until then it stays ${kept}.`

export const ceilingLabel = (unit: string | undefined) => ['Ceiling per run', unit].filter(Boolean).join(', ')

export const waitingUntil = (seconds: number) => `The provider is busy: again in ${seconds} s`

export const elapsedText = (ms: number) => (ms < MINUTE ? `${(ms / 1000).toFixed(1)} s` : spanText(ms))

/** A stretch of time in whole seconds, or from an hour on in whole minutes. */
export function spanText(ms: number): string {
  const seconds = Math.floor(ms / 1000)
  if (ms < MINUTE) return `${seconds} s`
  const minutes = Math.floor(seconds / 60)
  return minutes < 60 ? `${minutes} min ${seconds % 60} s` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}

/** Rounded as what is only reckoned may be. */
export const timeLeftText = (ms: number) =>
  ms < MINUTE ? `about ${Math.max(1, Math.ceil(ms / 10_000)) * 10} s left` : `about ${Math.ceil(ms / MINUTE)} min left`

export const seedText = (seed: number) => `seed ${seed}`

export const beforeAfter = (name: string) => `Before and after of ${name}`

export const works = ({ price, balance, dataAddresses }: Checked) =>
  [
    'It works.',
    price && `One edit costs ${moneyText(price)}.`,
    balance && `On the account: ${moneyText(balance)}.`,
    dataAddresses === 'unknown' && 'Whether it takes pictures in the request shows with the first run.',
  ]
    .filter(Boolean)
    .join(' ')

/** Where layers share pictures, they are fewer than the layers. */
export const priceText = (
  sums: readonly Money[],
  { pictures, layers }: { pictures: number; layers?: number | undefined },
) =>
  [
    `${sumsText(sums)} for ${countOf(pictures, 'picture')}`,
    layers !== undefined && `shared by ${countOf(layers, 'layer')}`,
  ]
    .filter(Boolean)
    .join(', ')

export const chargedText = (sums: readonly Money[]) => `charged ${sumsText(sums)}`

/** While a run goes: what was charged, of what the whole of it was reckoned to cost. */
export function spentText(charged: readonly Money[], estimated: readonly Money[] = []): string {
  if (!isPaid(estimated)) return charged.length > 0 ? chargedText(charged) : ''
  const about = `about ${sumsText(estimated)}`
  return charged.length > 0 ? `${sumsText(charged)} of ${about}` : about
}

const isPaid = (sums: readonly Money[]) => sums.some(({ amount }) => amount > 0)

const costText = (sums: readonly Money[]) => (isPaid(sums) ? sumsText(sums) : 'free')

/** What is free is not said beside what is paid, which may be in another unit. */
export const sumsText = (sums: readonly Money[]) =>
  (isPaid(sums) ? sums.filter(({ amount }) => amount > 0) : sums).map(moneyText).join(' + ')

export function moneyText({ amount, unit }: Money): string {
  if (unit !== 'USD') return `${Number(amount.toFixed(4))} ${unit}`
  return `$${amount.toFixed(amount !== 0 && amount < 0.1 ? 3 : 2).replace(/(\.\d\d)0$/, '$1')}`
}

export const verdictText = ({ verdict, factor }: Pick<Judged, 'verdict' | 'factor'>) =>
  verdict === 'small' ? `${Number(factor.toFixed(factor < 10 ? 1 : 0))}× too small` : VERDICTS[verdict]

export const verdictChoices = (counts: VerdictCounts): { value: Verdict | 'all'; label: string }[] => [
  { value: 'all', label: `All (${Object.values(counts).reduce((sum, count) => sum + count)})` },
  ...VERDICT_NAMES.map((value) => ({ value, label: `${VERDICTS[value]} (${counts[value]})` })),
]

/** How large an image is shown where it is largest, and what that needs. */
export const needTexts = (shown: Size, { needed, scale }: Pick<Need, 'needed' | 'scale'>) => [
  `Shown at ${sizeText(shown)} px`,
  `needs ${sizeText(needed)} at ${scaleText(scale)}`,
]

/** `unused`: bytes of its file, about. */
export const pixelsTexts = ({ width, height, resampledFrom }: AuditedBitmap, unused: number | undefined) => [
  `${sizeText({ width, height })} px`,
  ...(resampledFrom ? [`resampled from ${sizeText(resampledFrom)}`] : []),
  ...(unused ? [`about ${weightText(unused)} unused`] : []),
]

const scaleText = (scale: number) => `${Number(scale.toFixed(2))}×`

export const layersText = (count: number) => countOf(count, 'layer')

export const usesOf = (name: string) => `Layers with the image of ${name}`

export const moreUses = (count: number) => `and ${count} more: the CSV lists them all`

/** What one use of an image needs, where all of them are listed. */
export const useText = (use: Use, { needed, factor }: Pick<Need, 'needed' | 'factor'>) =>
  [use.mode, sizeText(needed), use.skipped ? SKIPPED[use.skipped] : factor > 1 && `${Number(factor.toFixed(1))}×`]
    .filter(Boolean)
    .join(' · ')

export const auditingText = ({ done, total }: Progress) => `${done} of ${countOf(total, 'layer')}`

/** What an audit found, the verdicts in the order of what there is to do. */
export const auditedText = (counts: VerdictCounts, { images, layers }: { images: number; layers: number }) =>
  `${countOf(images, 'image')} on ${countOf(layers, 'layer')}: ${VERDICT_NAMES.filter((name) => counts[name] > 0)
    .map((name) => `${counts[name]} ${VERDICTS[name].toLowerCase()}`)
    .join(', ')}.`

export const allSharpText = (target: Target) =>
  target === 'exports' ? 'All are sharp at the scales they are exported at.' : `All are sharp at ${target}×.`

/** What was found and not judged. */
export function notJudgedText({ strokes, texts, hidden, lost }: Omit<Audit, 'bitmaps' | 'layers'>): string {
  const parts = [
    strokes > 0 && `${strokes} in strokes`,
    texts > 0 && `${texts} in texts`,
    hidden > 0 && `${hidden} hidden`,
    lost > 0 && `${lost} that Figma has lost`,
  ].filter(Boolean)
  return parts.length > 0 ? `Not judged: ${parts.join(', ')}.` : ''
}

/** Bytes in files that no export uses, reckoned by their pixels. */
export const unusedText = ({ bytes, isAll }: { bytes: number; isAll: boolean }) =>
  `${isAll ? 'About' : 'At least about'} ${weightText(bytes)} of files that no export uses.`

const weightText = (bytes: number) =>
  bytes < 100_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`

export const tickedText = ({ ticked, gaining }: { ticked: number; gaining: number }) =>
  gaining > 0 ? `${ticked} of ${gaining} that gain` : 'None of these gains'

/** The file's name says what it was judged for. */
export const csvName = (target: Target) => `refill-audit-${target === 'exports' ? target : `${target}x`}.csv`

/** The button, before there is anything to pay or with what it costs. */
export const exportText = (files: number, price: Price | undefined) =>
  [
    files > 0 ? `${T.export} ${filesText(files)}` : T.export,
    price?.at === 'known' && isPaid(price.sums) && `for ${sumsText(price.sums)}`,
  ]
    .filter(Boolean)
    .join(' ')

export const filesText = (count: number) => countOf(count, 'file')

export const notExportedText = (count: number) => `${T.notExported} (${count})`

export const missedFilesText = (count: number) => `With images as they are (${count})`

/** Of a file: where it shows less than was made for it. */
export const missedText = (layers: number) =>
  `${countOf(layers, 'layer')} in it ${layers === 1 ? 'shows its' : 'show their'} own image, not the larger one.`

export const failedFilesText = (count: number) => `${T.failedFiles} (${count})`

/** What a file will be, before it is there; its name says the format. */
export const plannedText = ({ size }: Pick<PlannedFile, 'size'>) => sizeText(size)

/** How a file stands. */
export const fileStateText = (state: ExportState) =>
  state.at === 'done'
    ? [state.size && sizeText(state.size), weightText(state.bytes)].filter(Boolean).join(' · ')
    : EXPORT_STATES[state.at]

export const exportProgressText = ({ done, failed, stopped, total, bytes }: ExportTally) =>
  [`${done} of ${filesText(total)}`, ...endedOtherwise({ failed, stopped }), bytes > 0 && weightText(bytes)]
    .filter(Boolean)
    .join(' · ')

export const exportAnnouncedText = ({ done, total }: ExportTally) => `${done} of ${filesText(total)} exported`

export const exportEndedText = ({ done, failed, stopped, total }: ExportTally) =>
  [
    done === total ? `${filesText(total)} exported` : `${done} of ${filesText(total)} exported`,
    ...endedOtherwise({ failed, stopped }),
  ]
    .filter(Boolean)
    .join(', ')

/** What Figma says at the end. */
export const exportNotified = (tally: ExportTally, { isLost }: { isLost: boolean }) =>
  `Refill: ${isLost ? 'the files could not be saved' : exportEndedText(tally)}`

/** What is saved once more, or for the first time, where an export was stopped. */
export const saveFinishedText = ({ done, total }: ExportTally) =>
  done === total ? T.saveAgain : `Save the ${done} finished`

/** All of them come in one file again, and the button says so. */
export const exportAgainText = ({ failed, stopped, total }: ExportTally) =>
  [stopped > 0 ? `Export the other ${failed + stopped}` : `Retry failed (${failed})`, total > 1 && `save all ${total}`]
    .filter(Boolean)
    .join(', ')

/** After a run that came before an export. */
export const notLargerText = (left: number) =>
  `${countOf(left, 'image')} ${left === 1 ? 'has' : 'have'} not become larger. Export anyway?`

/** Below a preset's prompt: what else it sets. */
export const presetDetail = ({ model, count, size, place, seedFrom, seed, roles }: Preset) =>
  [
    model && upscalerText(model),
    count !== undefined && countOf(count, 'result'),
    size && size !== 'match' && size !== 'auto' && size.replace('x', ' × '),
    seedFrom === 'fixed' && seed && `seed ${seed}`,
    place === 'beside' && T.copyBeside.toLowerCase(),
    place === 'variant' && T.newVariant.toLowerCase(),
    roles?.length && rolesText(roles),
  ]
    .filter(Boolean)
    .join(' · ')

/** The pictures that it asks for, in their order; one without a role by what the prompt calls it. */
const rolesText = (roles: readonly string[]) =>
  `${countOf(roles.length, 'reference')}: ${roles.map((role, at) => role.trim() || imageName(at + 2)).join(', ')}`

export const removePresetAsks = (name: string) => `“${name}” will be removed from this computer.`

export const replacePresetAsks = (name: string) => `“${name}” will hold what is in the form now.`

export const removePromptsAsks = (count: number) =>
  count === 1 ? 'The prompt will be removed from this list.' : `All ${count} prompts will be removed from this list.`

/** What is in the form, after a preset was taken. */
export function usedText({ name, kept, places = 0, isBack }: Used): string {
  if (isBack) return 'What was there is in the form again.'
  const stays = kept && (kept.stays ? `${kept.stays} stays.` : 'Choose another model.')
  return [
    `“${name}” is in the form.`,
    kept && `This provider does not offer ${kept.wanted}: ${stays}`,
    places > 0 && `It has places for ${countOf(places, 'picture')} under ${T.references}.`,
  ]
    .filter(Boolean)
    .join(' ')
}

/** What was done with the own presets, a line for each thing. */
export function presetTold(told: Told): string[] {
  if (told.did === 'failed') return [told.error.message]
  return told.did === 'imported' ? importedTexts(told.result) : [PRESET_DONE[told.did](told.name)]
}

const PRESET_DONE = {
  saved: (name: string) => `Saved as “${name}”.`,
  replaced: (name: string) => `“${name}” holds what is in the form now.`,
  renamed: (name: string) => `It is called “${name}” now.`,
  removed: (name: string) => `“${name}” was removed.`,
}

function importedTexts(result: Imported): string[] {
  if ('fault' in result) return [FILE_FAULTS[result.fault]]
  const { taken, numbered, same, faults, left } = result
  const more = faults.length - FAULTS_SHOWN
  return [
    [
      `${countOf(taken, 'preset')} imported${numbered > 0 ? `, ${numbered} with a number behind the name` : ''}.`,
      same > 0 && `${countOf(same, 'preset')} ${same === 1 ? 'was' : 'were'} here already.`,
      left && `${left.count} more did not come in. ${left.error.message}`,
      faults.length > 0 && `${countOf(faults.length, 'preset')} cannot be used:`,
    ]
      .filter(Boolean)
      .join(' '),
    ...faults.slice(0, FAULTS_SHOWN).map(entryFaultText),
    ...(more > 0 ? [`and ${more} more.`] : []),
  ]
}

function entryFaultText({ entry, name, part, why }: EntryFault): string {
  const which = [`Preset ${entry}`, name && `“${shortened(name, 40)}”`].filter(Boolean).join(', ')
  if (part === undefined) return `${which}: it is no preset.`
  const called = `“${shortened(part, 40)}”`
  if (why === 'unknown') return `${which}: ${called} is nothing that a preset holds.`
  if (why === 'private') return `${which}: its ${called} holds an address or a key, which no file may bring along.`
  return `${which}: ${PRESET_PARTS[part] ?? `its ${called} cannot be used.`}`
}

const FAULTS_SHOWN = 5

export const ruleName = (position: number) => `rule ${position}`

/** Why a template cannot be used, and what to do. */
export function templateFaultText(fault: TemplateFault): string {
  if ('brace' in fault)
    return `A ${fault.brace} is without its other half. Write ${fault.brace}${fault.brace} for the brace itself.`
  return `${unknownText(fault.unknown)} See “${T.namesWith}” for what does.`
}

/** What a prompt of several is called until it gets a name. */
export const promptNumber = (number: number) => `Prompt ${number}`

export const promptsCount = (all: number, ticked: number) =>
  ticked < all ? `${ticked} of ${countOf(all, 'prompt')} for each layer` : `${countOf(all, 'prompt')} for each layer`

/** What a screen reader says of the boxes of one of several. */
export const nameOfPrompt = (position: number) => `Name of prompt ${position}`
export const promptOf = (name: string) => `${T.prompt} “${name}”`

export const undoableText = (what: Undoable) =>
  what.did === 'removed'
    ? `“${what.name}” was removed.`
    : [
        what.prompts > 0 && `${countOf(what.prompts, 'prompt')} came in`,
        what.cells > 0 &&
          `${countOf(what.cells, 'layer')} got ${what.cells === 1 ? 'words of its' : 'words of their'} own`,
      ]
        .filter(Boolean)
        .join('; ')
        .replace(/$/, '.')

export const SHEET_KINDS: readonly { value: SheetKind; label: string }[] = [
  { value: 'prompts', label: 'Prompts' },
  { value: 'named', label: 'Names and prompts' },
  { value: 'layers', label: 'Layers, with a prompt in each column' },
]

/** Why nothing of a sheet can be taken. */
export const SHEET_FAULTS = {
  large: 'This is more than 1 MB. Take it in parts.',
  unreadable: 'The file could not be read. Choose it again.',
  empty: 'There is nothing in the file. Choose another one.',
} as const

/** What a sheet comes to before it is taken, and on the button that takes it. */
export function sheetText(plan: SheetPlan): string {
  if (plan.kind !== 'layers') return `${countOf(plan.prompts.length, 'prompt')}, for each layer.`
  return `${countOf(plan.columns.length, 'prompt')}: words of their own for ${countOf(plan.layers, 'layer')}.`
}

export const takeSheetText = (plan: SheetPlan) =>
  plan.kind === 'layers'
    ? `Take ${countOf(plan.cells.length, 'cell')}`
    : `Take ${countOf(plan.prompts.length, 'prompt')}`

export const sheetFaultsText = (faults: readonly SheetFault[]) => {
  const bad = new Set(faults.flatMap(({ row, isBad }) => (isBad ? row : []))).size
  return bad > 0
    ? `${countOf(bad, 'row')} ${bad === 1 ? 'is' : 'are'} not taken as ${bad === 1 ? 'it is' : 'they are'}:`
    : 'Worth knowing:'
}

export const rowFaultText = ({ row, fault }: SheetFault) => `Row ${row}: ${rowWhy(fault)}`

function rowWhy(fault: RowFault): string {
  switch (fault.why) {
    case 'blank':
      return 'no prompt.'
    case 'layerless':
      return 'no name of a layer.'
    case 'unclosed':
      return 'a quote starts here and never ends.'
    case 'many':
      return 'there is no room for more: a list holds 1000 prompts.'
    case 'long':
      return `its prompt has ${fault.length} characters; this model takes ${fault.limit}.`
    case 'words':
      return unknownText(fault.names)
    case 'brace':
      return `a ${fault.brace} is without its other half.`
    case 'lost':
      return `no selected layer is called “${shortened(fault.name, 40)}”.`
    case 'surplus':
      return `it has more cells than there are columns, from “${shortened(fault.name, 40)}” on.`
    case 'again':
      return `“${shortened(fault.name, 40)}” was in row ${fault.first} already.`
    case 'renamed':
      return `another one is called “${shortened(fault.name, 40)}”, so this one is “${shortened(fault.is, 40)}”.`
    case 'several':
      return `${fault.count} layers are called “${shortened(fault.name, 40)}”, and all get its words.`
  }
}

/** A cell of the grid: its layer and its prompt. */
export const cellName = ({ row, column }: GridCell) => `${nameOf(row)}, ${column.name}`

/** What stands in a cell, in a word or two. */
export function cellStateText({ at, rows }: CellState, { hasWords, words }: CellWords): string {
  if (at === 'new') return words?.at === 'wrong' ? 'Wrong' : hasWords ? T.notRun : T.noWords
  const failed = rows.filter(({ state }) => state.at === 'failed').length
  if (at === 'done' && rows.length > 1) return `${rows.length} results`
  return at === 'failed' && rows.length > 1 ? `${failed} of ${rows.length} failed` : STATES[at]
}

/** What a screen reader says of a cell, and what waiting over it shows. */
export const cellLabel = (cell: GridCell, state: CellState, words: CellWords) =>
  `${cellName(cell)}: ${cellStands(state, words)}`

/** After the name of the cell that has the focus: why it failed, and the words that it sends. */
export const cellDetail = (state: CellState, words: CellWords['words']) => {
  const said = words?.at === 'known' && words.text.trim() !== '' ? ` “${words.text}”` : ''
  return `: ${cellStands(state, { hasWords: said !== '', words })}${said}`
}

const cellStands = (state: CellState, words: CellWords) =>
  [cellStateText(state, words).toLowerCase(), state.isOld && T.wordsChanged].filter(Boolean).join(', ') +
  cellWhy(state, words.words)

interface CellWords {
  hasWords: boolean
  words: RowWords | undefined
}

function cellWhy({ at, rows, isOld }: CellState, words: CellWords['words']): string {
  const failed = rows.find(({ state }) => state.at === 'failed')?.state
  if (failed?.at === 'failed' && at === 'failed') return `. ${failed.error.message}`
  return (at === 'new' || isOld) && words?.at === 'wrong' ? `. ${wordsFaultText(words.fault)}.` : '.'
}

/** With what it costs, where that is known. */
const forPrice = (cost: readonly Money[] | undefined) => (cost && isPaid(cost) ? ` · ${sumsText(cost)}` : '')

export const runCellsText = ({ cells, isAgain, cost }: NonNullable<CellActions['run']>) =>
  `${T.run}${cells.length > 1 ? ` ${cells.length}` : ''}${isAgain ? ' again' : ''}${forPrice(cost)}`

export const retryCellsText = ({ ids, cost }: NonNullable<CellActions['retry']>) =>
  `${T.tryAgain}${ids.length > 1 ? ` (${ids.length})` : ''}${forPrice(cost)}`

export const stopCellsText = (count: number) => (count > 1 ? `${T.stop} ${count}` : T.stop)

/** A row of a run: its layer, and its prompt where there are several. */
export const jobName = ({ row, column }: Pick<Job, 'row' | 'column'>) =>
  [nameOf(row), column?.name].filter(Boolean).join(' · ')

/** A prompt of the list that no layer has words for. */
export const wordlessText = (name: string) => `“${name}” has no words yet: write its prompt, or untick it.`

/** What opens and names the box of a row. */
export const ownPromptOf = (name: string) => `${T.ownPrompt} of ${name}`

/** What a row says of its words where it cannot send them. */
export function wordsFaultText(fault: WordsFault): string {
  if (typeof fault === 'object' && ('brace' in fault || 'unknown' in fault)) return promptFaultText(fault)
  const sentence = lackText(fault)
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`
}

/** Why a prompt cannot be used, and which words there are. */
export function promptFaultText({ properties, ...fault }: PromptFault): string {
  const words = ['layer', 'page', 'n', 'text:Name', ...properties].map((name) => `{${name}}`)
  const there = `There is ${listed(words, 'and')}.`
  if ('brace' in fault) return `${templateFaultText(fault)} ${there}`
  return `${unknownText(fault.unknown)} ${there}`
}

/** Why Run does nothing: a layer has no words to send; `others` have none either. Without a name it is the prompt. */
export function refusedWordsText(fault: WordsFault, { name, others }: { name?: string | undefined; others: number }) {
  if (name === undefined) return wordsFaultText(fault)
  if (typeof fault === 'object' && ('brace' in fault || 'unknown' in fault))
    return `“${name}”: ${promptFaultText(fault)}`
  const also = others > 0 ? ` ${countOf(others, 'other layer')} cannot run either: the list says why.` : ''
  const advice = typeof fault === 'object' && 'length' in fault ? 'Shorten the prompt' : 'Change the prompt'
  return `“${name}” ${lackText(fault)}.${also} ${advice}, or leave ${others > 0 ? 'them' : 'it'} out.`
}

/** What goes on after the name of a layer. */
function lackText(fault: Exclude<WordsFault, PromptFault>): string {
  if (fault === 'blank') return 'has no words to send'
  if (fault === 'gone') return 'is no longer in the file'
  if ('length' in fault) return `sends ${fault.length} characters; this model takes ${fault.limit}`
  const lacks = [...fault.lacksTexts.map((name) => `text “${name}”`), ...fault.lacks.map((name) => `“${name}”`)]
  return `has no ${listed(lacks, 'and no')}`
}

const listed = (words: readonly string[], and: string) =>
  words.length > 1 ? `${words.slice(0, -1).join(', ')} ${and} ${words.at(-1)}` : (words[0] ?? '')

function unknownText(unknown: readonly string[]): string {
  const names = unknown.map((name) => `{${name}}`)
  return `${names.join(', ')} ${names.length === 1 ? 'stands' : 'stand'} for nothing.`
}

const VERDICT_NAMES: readonly Verdict[] = ['small', 'soft', 'large', 'sharp']

const countOf = (count: number, one: string) => (count === 1 ? `1 ${one}` : `${count} ${one}s`)

/** ms */
const MINUTE = 60_000
