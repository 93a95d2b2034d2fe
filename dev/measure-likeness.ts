import { ALIKE, comparedSize, likenessOf } from '../src/ui/image/likeness.ts'
import { OTHER, SAME } from './likeness/answers.ts'
import { lookOf, withAlphaOf } from './likeness/look-of.ts'
import { PICTURES } from './likeness/pictures.ts'

// `node dev/run.mjs dev/measure-likeness.ts 32,300 lake,text`: the likeness of pictures, so many px wide, and of what an
// upscaler may answer to them; a mark where the threshold does not tell. What decision 019 rests on.

const [edges = '32,300,2000', names = Object.keys(PICTURES).join()] = process.argv.slice(2)
const KINDS = { same: SAME, other: OTHER }

for (const edge of edges.split(',').map(Number)) {
  const size = { width: edge, height: Math.round(edge * 0.75) }
  const factor = edge < 1000 ? 4 : 2
  const measured = new Map<string, number[]>()
  for (const name of names.split(',')) {
    const picture = { ...size, data: await PICTURES[name]!(size) }
    const small = comparedSize(size)
    const before = lookOf(picture, small)
    for (const answers of Object.values(KINDS)) {
      for (const [name, answer] of Object.entries(answers)) {
        const after = lookOf(withAlphaOf(picture, await answer(picture, factor)), small)
        measured.set(name, [...(measured.get(name) ?? []), likenessOf(before, after, size)])
      }
    }
  }
  console.log(rowOf(`${edge} px × ${factor}`, names.split(',')))
  for (const [kind, answers] of Object.entries(KINDS)) {
    for (const name of Object.keys(answers)) {
      const values = measured.get(name)!.map((value) => {
        return `${value.toFixed(2)}${value >= ALIKE === (kind === 'same') ? ' ' : '!'}`
      })
      console.log(rowOf(name, values))
    }
  }
}

function rowOf(name: string, cells: readonly string[]): string {
  return name.padEnd(15) + cells.map((cell) => cell.padStart(11)).join('')
}
