import { expect, test } from 'vitest'
import { auditCsv } from '../../../src/ui/jobs/audit-csv.ts'
import { judge } from '../../../src/ui/jobs/verdict.ts'
import { bitmapOf, denseBitmap, useOn } from './audits.ts'

const HEAD =
  'Image,Layer,Layer id,Width px,Height px,Shown width px,Shown height px,Mode,Density,' +
  'Scale,Needed width px,Needed height px,Factor,Verdict on the image,Note'

test('a line for each use, with what that one needs', () => {
  const uses = [
    useOn('Hero', { id: '1:2', density: 0.75 }),
    useOn('Card', { id: '1:3', density: 3.33333, mode: 'CROP', where: 'Feed', skipped: 'library' }),
  ]
  const judged = [judge(bitmapOf('a', { uses }), 2), judge(denseBitmap('b', 2), 2)]
  expect(auditCsv(judged, 2)).toBe(
    [
      `\uFEFF${HEAD}`,
      'hash of a,Hero,1:2,1200,800,1600,1067,FILL,0.75,2,3200,2133,2.667,2.7× too small,',
      'hash of a,Card · Feed,1:3,1200,800,360,240,CROP,3.333,2,720,480,0.6,2.7× too small,Skipped: it belongs to a library and cannot be changed here',
      'hash of b,b,id of b,1200,800,600,400,FILL,2,2,1200,800,1,Sharp,',
      '',
    ].join('\r\n'),
  )
})

test.each([
  ['comma, inside', '"comma, inside"'],
  ['a "quote"', '"a ""quote"""'],
  ['two\nlines', '"two\nlines"'],
  ['two\r\nlines', '"two\r\nlines"'],
  ['=1+1', "'=1+1"],
  ['+49', "'+49"],
  ['-1', "'-1"],
  ['@name', "'@name"],
  ['\tTab', "'\tTab"],
  ['=HYPERLINK("x")', '"\'=HYPERLINK(""x"")"'],
  ['a = b', 'a = b'],
  ['Bild – Größe', 'Bild – Größe'],
])('the name %j is written as %s', (name, cell) => {
  const uses = [useOn(name, { id: '1:2' })]
  expect(auditCsv([judge(bitmapOf('a', { uses }), 1)], 1)).toContain(`\r\nhash of a,${cell},1:2,1200,`)
})

test('without images there is the head alone', () => {
  expect(auditCsv([], 1)).toBe(`\uFEFF${HEAD}\r\n`)
})
