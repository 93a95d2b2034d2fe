import type { ReadonlySignal } from '@preact/signals'
import type { Provider } from '../providers/provider.ts'
import type { AccountModel } from './account.ts'
import type { AuditModel } from './audit.ts'
import type { CellsModel } from './cells.ts'
import type { ChoiceModel } from './choice.ts'
import type { EditModel } from './edit.ts'
import type { EditFromModel } from './edit-from.ts'
import type { ExportModel } from './export.ts'
import type { ExportChoiceModel } from './export-choice.ts'
import type { ExportUpscaleModel } from './export-upscale.ts'
import type { ExportsModel } from './exports.ts'
import type { FirstRunModel } from './first-run.ts'
import type { FormModel } from './form.ts'
import type { GalleryModel } from './gallery.ts'
import type { KeepFavouritesModel } from './keep-favourites.ts'
import type { LastEditModel } from './last-edit.ts'
import type { LooksModel } from './looks.ts'
import type { MissingModel } from './missing.ts'
import type { MoreLikeModel } from './more-like.ts'
import type { NoticeModel } from './notice.ts'
import type { OriginalModel } from './original.ts'
import type { PanelSizeModel } from './panel-size.ts'
import type { PresetsModel } from './presets.ts'
import type { PriceModel } from './price.ts'
import type { PromptListModel } from './prompt-list.ts'
import type { PromptsModel } from './prompts.ts'
import type { ReferencesModel } from './references.ts'
import type { RegionsModel } from './regions.ts'
import type { ResultsModel } from './results.ts'
import type { ResumedModel } from './resumed.ts'
import type { RunModel } from './run.ts'
import type { EditableRow, SelectionModel } from './selection.ts'
import type { SettingsModel } from './settings.ts'
import type { SharpenModel } from './sharpen.ts'
import type { SheetModel } from './sheet.ts'
import type { TakeBackModel } from './take-back.ts'
import type { ThumbnailsModel } from './thumbnails.ts'
import type { TidyModel } from './tidy.ts'
import type { UpscaleModel } from './upscale.ts'
import type { UpscalePrices } from './upscale-prices.ts'
import type { ValuePromptsModel } from './value-prompts.ts'
import type { VariantsModel } from './variants.ts'
import type { WordsModel } from './words.ts'

/** Everything the screens show and do, made once by `createModels`. */
export interface Models {
  selection: SelectionModel
  choice: ChoiceModel
  thumbnails: ThumbnailsModel
  form: FormModel
  promptList: PromptListModel
  sheet: SheetModel
  cells: CellsModel
  references: ReferencesModel
  valuePrompts: ValuePromptsModel
  regions: RegionsModel
  /** A picture as large as the panel shows it. Rejects as `readImage`. */
  wholePicture(row: EditableRow, signal: AbortSignal): Promise<Blob>
  words: WordsModel
  variants: VariantsModel
  edit: EditModel
  presets: PresetsModel
  prompts: PromptsModel
  lastEdit: LastEditModel
  run: RunModel
  original: OriginalModel
  results: ResultsModel
  gallery: GalleryModel
  editFrom: EditFromModel
  moreLike: MoreLikeModel
  tidy: TidyModel
  keepFavourites: KeepFavouritesModel
  takeBack: TakeBackModel
  looks: LooksModel
  missing: MissingModel
  resumed: ResumedModel
  notice: NoticeModel
  panelSize: PanelSizeModel
  price: PriceModel
  upscalePrices: UpscalePrices
  upscale: UpscaleModel
  audit: AuditModel
  sharpen: SharpenModel
  exportChoice: ExportChoiceModel
  exports: ExportsModel
  exportUpscale: ExportUpscaleModel
  exporting: ExportModel
  account: AccountModel
  firstRun: FirstRunModel
  settings: SettingsModel
  providers: {
    all: readonly Provider[]
    current: ReadonlySignal<Provider>
    host: ReadonlySignal<string>
    /** Those that have a key, where the chosen one has none. */
    others: ReadonlySignal<readonly Provider[]>
    isReady(): boolean
  }
}
