import type { Progress } from '../../shared/channel.ts'
import type { Size } from '../../shared/picture.ts'
import type { Audit, AuditedBitmap, Use } from '../../shared/protocol.ts'
import type { AuditOrder, VerdictCounts } from '../jobs/audited.ts'
import type { Judged, Need, Target, Verdict } from '../jobs/verdict.ts'
import type { Scope, Stale } from '../state/audit.ts'
import { countOf, scaleText, weightText } from './numbers.ts'
import { inOneLine } from './phrases.ts'
import { SKIPPED } from './selection.ts'
import { sizeText } from './sizes.ts'

export const SCOPES: Record<Scope, string> = { selection: 'Selection', page: 'This page' }

export const TARGETS: readonly { value: Target; label: string }[] = [
  { value: 1, label: '1×' },
  { value: 2, label: '2×' },
  { value: 3, label: '3×' },
  { value: 4, label: '4×' },
  { value: 'exports', label: 'Their exports' },
]

export const ORDERS: Record<AuditOrder, string> = {
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

export const AUDIT_COLUMNS = [
  ...['Image', 'Layer', 'Layer id', 'Width px', 'Height px', 'Shown width px', 'Shown height px', 'Mode', 'Density'],
  ...['Scale', 'Needed width px', 'Needed height px', 'Factor', 'Verdict on the image', 'Note'],
]

const VERDICTS: Record<Verdict, string> = { small: 'Too small', soft: 'Soft', sharp: 'Sharp', large: 'Too large' }

export const verdictText = ({ verdict, factor }: Pick<Judged, 'verdict' | 'factor'>) =>
  verdict === 'small' ? `${scaleText(factor, factor < 10 ? 1 : 0)} too small` : VERDICTS[verdict]

export const verdictChoices = (counts: VerdictCounts): { value: Verdict | 'all'; label: string }[] => [
  { value: 'all', label: `All (${Object.values(counts).reduce((sum, count) => sum + count)})` },
  ...VERDICT_NAMES.map((value) => ({ value, label: `${VERDICTS[value]} (${counts[value]})` })),
]

/** How large an image is shown where it is largest, and what that needs. */
export const needTexts = (shown: Size, { needed, scale }: Pick<Need, 'needed' | 'scale'>) => [
  `Shown at ${sizeText(shown)}`,
  `needs ${sizeText(needed)} at ${scaleText(scale)}`,
]

/** `unused`: bytes of its file, about. */
export const pixelsTexts = ({ width, height, resampledFrom }: AuditedBitmap, unused: number | undefined) => [
  sizeText({ width, height }),
  ...(resampledFrom ? [`resampled from ${sizeText(resampledFrom)}`] : []),
  ...(unused ? [`about ${weightText(unused)} unused`] : []),
]

export const usesOf = (name: string) => `Layers with the image of ${name}`

export const moreUses = (count: number) => `and ${count} more: the CSV lists them all`

/** What one use of an image needs, where all of them are listed. */
export const useText = (use: Use, { needed, factor }: Pick<Need, 'needed' | 'factor'>) =>
  inOneLine([
    MODES[use.mode],
    sizeText(needed),
    use.skipped ? SKIPPED[use.skipped] : factor > 1 && scaleText(factor, 1),
  ])

/** As Figma's own menu calls how an image lies on its layer. */
const MODES: Record<Use['mode'], string> = { FILL: 'Fill', FIT: 'Fit', CROP: 'Crop', TILE: 'Tile' }

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

export const tickedText = ({ ticked, gaining }: { ticked: number; gaining: number }) =>
  gaining > 0 ? `${ticked} of ${gaining} that gain` : 'None of these gains'

/** The file's name says what it was judged for. */
export const csvName = (target: Target) => `refill-audit-${target === 'exports' ? target : `${target}x`}.csv`

const VERDICT_NAMES: readonly Verdict[] = ['small', 'soft', 'large', 'sharp']
