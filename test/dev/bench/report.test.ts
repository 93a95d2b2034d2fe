import { expect, test } from 'vitest'
import { inMs, inPercent, medianOf, overheadOf } from '../../../dev/bench/numbers.ts'
import type { Report } from '../../../dev/bench/report.ts'
import { CASE_NAMES } from '../../../dev/bench/report.ts'
import { rowsOf } from '../../../dev/bench/rows.ts'
import { tableOf } from '../../../dev/bench/table.ts'

const measured: Required<Report> = {
  open: { firstPaint: 64, fromCommand: 110, of1000: 120 },
  edits24: {
    ...{ done: 23, paid: 23, wall: 5500, best: 5374, bound: 4580 },
    peers: [{ style: 'one after the other', done: 19, paid: 19, wall: 21_000 }],
  },
  edits100: { wall: 17_600, ideal: 17_000, bare: 17_400 },
  same100: { requests: 1, done: 100, wall: 900 },
  stop: { worst: 28, states: { waiting: 28, paused: null }, of1000: 31 },
  oneEdit: { wall: 300, codecs: 200 },
  upscaleLocal: { wall: 480, sharp: 310 },
  relay: { added: 12, direct: 60 },
  scale: {
    ...{ perLayer100: 100, perLayer1000: 110, settled100: 100, settled1000: 1000, peakBytes: 150e6 },
    peak: { panel: 100e6, browser: 50e6 },
  },
  audit: { perLayer1000: 1, perLayer5000: 1.2, slice: 40 },
  export: { wall: 2_000, raw: 1_500, peakBytes: 20e6 },
  slice: { worst: 51, total: 80 },
  bundle: { ui: 58_000, code: 11_000 },
}

const verdicts = (report: Report) => {
  const told = rowsOf(report).filter(({ met }) => met !== undefined)
  return Object.fromEntries(told.map(({ what, met }) => [what.trim(), met]))
}

test('every figure that was to be reached has its verdict', () => {
  expect(verdicts(measured)).toEqual({
    'First paint of the panel': true,
    '24 edits with troubles': true,
    'above the best': true,
    'above the ideal': false,
    'paid requests': true,
    'Stop, worst state': true,
    'times that': true,
    'times that of 100': true,
    'memory above idle, at most': true,
    'times that of 1,000': false,
    'held the thread itself': true,
    'Sandbox held the thread itself': false,
    'ui.html, gzipped': true,
    'code.js, gzipped': true,
  })
})

test('a run of 1,000 that did not end meets nothing', () => {
  const { scale } = measured
  const { 'times that of 100': times, 'memory above idle, at most': memory } = verdicts({
    scale: { ...scale, settled1000: 400 },
  })
  expect([times, memory]).toEqual([false, false])
})

test('what could not be measured has no verdict and says so', () => {
  const rows = rowsOf({ scale: { ...measured.scale, peakBytes: null, peak: null } })
  expect(rows.find(({ what }) => what.includes('memory'))).toEqual({
    ...{ what: '  memory above idle, at most', measured: 'not measured here', limit: '200 MB' },
  })
})

test('only what was measured is told', () => {
  expect(rowsOf({})).toEqual([])
  expect(rowsOf({ bundle: measured.bundle })).toHaveLength(2)
})

test('the JSON has the agreed names, in the order of the cases', () => {
  expect(Object.keys(measured).sort()).toEqual([...CASE_NAMES].sort())
  expect(JSON.parse(JSON.stringify(measured))).toMatchObject({
    open: { firstPaint: 64 },
    edits24: { done: 23, paid: 23, wall: 5500, best: 5374 },
    edits100: { wall: 17_600, ideal: 17_000, bare: 17_400 },
    scale: { perLayer100: 100, perLayer1000: 110, peakBytes: 150e6 },
    same100: { requests: 1 },
    stop: { worst: 28 },
    audit: { perLayer1000: 1, perLayer5000: 1.2, slice: 40 },
    slice: { worst: 51 },
    oneEdit: { wall: 300, codecs: 200 },
    upscaleLocal: { wall: 480, sharp: 310 },
    bundle: { ui: 58_000, code: 11_000 },
  })
})

test('the table’s columns stand below each other', () => {
  const table = tableOf([
    { what: 'a', measured: '1 ms', limit: '50 ms', met: true },
    { what: 'longer', measured: '100 ms', limit: '', met: false },
    { what: 'b', measured: '2', limit: '' },
  ])
  expect(table.split('\n')).toEqual(['a       1 ms    50 ms  met', 'longer  100 ms         MISSED', 'b       2'])
})

test('an overhead is a share of the ideal', () => {
  expect(inPercent(overheadOf(17_510, 17_000))).toBe('3.0 %')
  expect(inPercent(overheadOf(16_000, 17_000))).toBe('-5.9 %')
})

test('a median is the middle, or between the two in the middle', () => {
  expect(medianOf([9, 1, 5])).toBe(5)
  expect(medianOf([1, 2, 4, 100])).toBe(3)
  expect(medianOf([7])).toBe(7)
})

test('short times keep a digit', () => {
  expect([inMs(3.123), inMs(27.6)]).toEqual(['3.1 ms', '28 ms'])
})
