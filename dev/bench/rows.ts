import { BUDGETS } from '../../build/sizes.mjs'
import { inKB, inMB, inMs, inPercent, inSeconds, overheadOf } from './numbers.ts'
import type { Report } from './report.ts'
import type { Row } from './table.ts'

/** What was measured, beside what was to be reached. Long, as it has a line for each figure. */
export function rowsOf(report: Report): Row[] {
  const { edits24, edits100, same100, stop, oneEdit, upscaleLocal, relay, scale, audit, slice, bundle } = report
  const { open, export: exported } = report
  return [
    ...(open ? rowsOfOpen(open) : []),
    ...(edits24 ? rowsOf24(edits24) : []),
    ...(edits100 ? rowsOf100(edits100) : []),
    ...(same100 ? rowsOfSame(same100) : []),
    ...(stop ? rowsOfStop(stop) : []),
    ...(oneEdit ? rowsOfOne(oneEdit) : []),
    ...(upscaleLocal ? rowsOfUpscale(upscaleLocal) : []),
    ...(relay ? rowsOfRelay(relay) : []),
    ...(scale ? rowsOfScale(scale) : []),
    ...(audit ? rowsOfAudit(audit) : []),
    ...(exported ? rowsOfExport(exported) : []),
    ...(slice ? rowsOfSlice(slice) : []),
    ...(bundle ? rowsOfBundle(bundle) : []),
  ]
}

type Of<Name extends keyof Report> = NonNullable<Report[Name]>

const rowsOfOpen = ({ firstPaint, fromCommand, of1000 }: Of<'open'>): Row[] => [
  { what: 'First paint of the panel', measured: inMs(firstPaint), limit: '100 ms', met: firstPaint < 100 },
  { what: '  from the command on', measured: inMs(fromCommand), limit: '' },
  { what: '  with 1,000 images selected', measured: inMs(of1000), limit: '' },
]

function rowsOf24({ done, paid, wall, best, bound, peers }: Of<'edits24'>): Row[] {
  const over = overheadOf(wall, best)
  return [
    { what: '24 edits with troubles', measured: `${done} done, ${paid} paid`, limit: '23 done', met: done === 23 },
    { what: '  time', measured: inSeconds(wall), limit: '' },
    { what: '  best possible, computed', measured: inSeconds(best), limit: `no schedule: ${inSeconds(bound)}` },
    { what: '  above the best', measured: inPercent(over), limit: '5 %', met: over <= 0.05 },
    ...peers.map(({ style, done, paid, wall }) => ({
      what: `  ${style}`,
      measured: `${inSeconds(wall)}, ${done} done, ${paid} paid`,
      limit: '',
    })),
  ]
}

function rowsOf100({ wall, ideal, bare }: Of<'edits100'>): Row[] {
  const over = overheadOf(wall, ideal)
  return [
    { what: '100 edits of 1 s at 6', measured: inSeconds(wall), limit: `ideal ${inSeconds(ideal)}` },
    { what: '  above the ideal', measured: inPercent(over), limit: '3 %', met: over <= 0.03 },
    { what: '  bare requests above it', measured: inPercent(overheadOf(bare, ideal)), limit: '' },
    { what: '  above bare requests', measured: inPercent(overheadOf(wall, bare)), limit: '' },
  ]
}

const rowsOfSame = ({ requests, done, wall }: Of<'same100'>): Row[] => [
  { what: '100 instances of one picture', measured: `${done} done in ${inSeconds(wall)}`, limit: '' },
  { what: '  paid requests', measured: String(requests), limit: '1', met: requests === 1 },
]

const rowsOfStop = ({ worst, states, of1000 }: Of<'stop'>): Row[] => [
  { what: 'Stop, worst state', measured: inMs(worst), limit: '50 ms', met: worst <= 50 },
  ...Object.entries(states).map(([state, ms]) => ({
    what: `  ${state}`,
    measured: ms === null ? 'not a state of this panel' : inMs(ms),
    limit: '',
  })),
  { what: '  editing, with 1,000 rows', measured: of1000 === null ? 'not seen' : inMs(of1000), limit: '' },
]

function rowsOfOne({ wall, codecs }: Of<'oneEdit'>): Row[] {
  const times = wall / codecs
  return [
    { what: 'One edit of 2 MP without the request', measured: inMs(wall), limit: '' },
    { what: '  its decoding and encoding alone', measured: inMs(codecs), limit: '' },
    { what: '  times that', measured: times.toFixed(2), limit: '1.50', met: times <= 1.5 },
  ]
}

const rowsOfUpscale = ({ wall, sharp }: Of<'upscaleLocal'>): Row[] => [
  { what: 'From 1 to 4 MP in the panel', measured: inMs(wall), limit: '' },
  { what: '  the same with sharp', measured: inMs(sharp), limit: '' },
]

const rowsOfRelay = ({ added, direct }: Of<'relay'>): Row[] => [
  { what: 'One request of 2 MB', measured: inMs(direct), limit: '' },
  { what: '  added by a relay', measured: inMs(added), limit: '' },
]

function rowsOfScale({ perLayer100, perLayer1000, settled100, settled1000, peakBytes, peak }: Of<'scale'>): Row[] {
  const times = perLayer1000 / perLayer100
  const whole = settled100 === 100 && settled1000 === 1000
  const late = (settled: number, rows: number) => (settled < rows ? `only ${settled} in time` : '')
  return [
    { what: '100 layers of 2 MP, each', measured: inMs(perLayer100), limit: late(settled100, 100) },
    { what: '1,000 layers, each', measured: inMs(perLayer1000), limit: late(settled1000, 1000) },
    { what: '  times that of 100', measured: times.toFixed(2), limit: '1.10', met: whole && times <= 1.1 },
    {
      what: '  memory above idle, at most',
      measured: peakBytes === null ? 'not measured here' : inMB(peakBytes),
      ...(peakBytes === null ? { limit: '200 MB' } : { limit: '200 MB', met: whole && peakBytes <= 200e6 }),
    },
    ...(peak
      ? [{ what: '    panel, and blobs', measured: `${inMB(peak.panel)}, ${inMB(peak.browser)}`, limit: '' }]
      : []),
  ]
}

function rowsOfAudit({ perLayer1000, perLayer5000, slice }: Of<'audit'>): Row[] {
  const times = perLayer5000 / perLayer1000
  return [
    { what: 'Audit of 1,000 layers, each', measured: inMs(perLayer1000), limit: '' },
    { what: '  of 5,000 layers, each', measured: inMs(perLayer5000), limit: '' },
    { what: '  times that of 1,000', measured: times.toFixed(2), limit: '1.10', met: times <= 1.1 },
    { what: '  held the thread itself', measured: inMs(slice), limit: '50 ms', met: slice <= 50 },
  ]
}

const rowsOfExport = ({ wall, raw, peakBytes }: Of<'export'>): Row[] => [
  { what: '100 exports in a ZIP', measured: inSeconds(wall), limit: '' },
  { what: '  drawing them alone', measured: inSeconds(raw), limit: '' },
  { what: '  times that', measured: (wall / raw).toFixed(2), limit: '' },
  { what: '  memory above idle', measured: peakBytes === null ? 'not measured here' : inMB(peakBytes), limit: '' },
]

const rowsOfSlice = ({ worst, total }: Of<'slice'>): Row[] => [
  { what: 'Sandbox held the thread itself', measured: inMs(worst), limit: '50 ms', met: worst <= 50 },
  { what: '  with what Figma did for it', measured: inMs(total), limit: '' },
]

const rowsOfBundle = ({ ui, code }: Of<'bundle'>): Row[] => [
  { what: 'ui.html, gzipped', measured: inKB(ui), limit: inKB(BUDGETS.ui), met: ui <= BUDGETS.ui },
  { what: 'code.js, gzipped', measured: inKB(code), limit: inKB(BUDGETS.code), met: code <= BUDGETS.code },
]
