import type { LayerRecord } from '../document/layer-record.ts'
import type { LetterStyle, TextRun } from '../document/parts/text-content.ts'
import { isSame } from '../document/same.ts'
import { baseOf, type Letter, stretchesOf } from './letters.ts'

/** What a change of letters makes of a record. */
type Written = Pick<LayerRecord, 'text' | 'fills' | 'styles'>

/** Changes the look of all letters, and of those that come. */
export function withAll(record: LayerRecord, change: Partial<Letter>): Written {
  const letters = lettersOf(record).map((letter) => ({ ...letter, ...change }))
  return written(record, { characters: record.text!.characters, letters, base: { ...baseOf(record), ...change } })
}

/**
 * Changes the look of a range. A line end looks like the letter before it, as recordings of Figma show: a range up to it
 * takes it along, and on its own it cannot be changed.
 */
export function withRange(
  record: LayerRecord,
  range: { start: number; end: number },
  change: Partial<Letter>,
): Written {
  const { characters } = record.text!
  const letters = lettersOf(record)
  for (let index = range.start; index < range.end; index++) letters[index] = { ...letters[index]!, ...change }
  for (let index = 1; index < letters.length; index++) {
    if (characters[index] === '\n') letters[index] = letters[index - 1]!
  }
  return written(record, { characters, letters, base: baseOf(record) })
}

/** Replaces all characters: they look as the first did (T: “will reset styles applied to character ranges”). */
export function withCharacters(record: LayerRecord, characters: string): Written {
  const [first] = stretchesOf(record)
  return written(record, { characters, letters: Array(characters.length).fill(first!.letter), base: first!.letter })
}

/** T:9880: what is put in looks like the letter before or after it, or like the nearest where there is none. */
export function withInserted(record: LayerRecord, at: number, added: string, use: 'BEFORE' | 'AFTER'): Written {
  const { characters } = record.text!
  const letters = lettersOf(record)
  const [before, after] = [letters[at - 1], letters[at]]
  const letter = (use === 'BEFORE' ? (before ?? after) : (after ?? before)) ?? baseOf(record)
  return written(record, {
    characters: characters.slice(0, at) + added + characters.slice(at),
    letters: letters.toSpliced(at, 0, ...Array<Letter>(added.length).fill(letter)),
    base: baseOf(record),
  })
}

export function withDeleted(record: LayerRecord, start: number, end: number): Written {
  const { characters } = record.text!
  const letters = lettersOf(record)
  const left = letters.toSpliced(start, end - start)
  return written(record, {
    characters: characters.slice(0, start) + characters.slice(end),
    letters: left,
    // An emptied text goes on looking as it began.
    base: left.length === 0 ? letters[0]! : baseOf(record),
  })
}

const lettersOf = (record: LayerRecord): Letter[] =>
  stretchesOf(record).flatMap(({ start, end, letter }) => Array<Letter>(end - start).fill(letter))

/** What all letters share is said once, of the whole text; runs say only what is different. */
function written(
  record: LayerRecord,
  { characters, letters, base }: { characters: string; letters: Letter[]; base: Letter },
): Written {
  const runs: { start: number; end: number; letter: Letter }[] = []
  for (const [index, letter] of letters.entries()) {
    const last = runs.at(-1)
    if (last && isSame(last.letter, letter)) last.end = index + 1
    else runs.push({ start: index, end: index + 1, letter })
  }
  const shared = Object.fromEntries(
    FIELDS.map((field) => {
      const first = runs[0]?.letter[field]
      return [field, runs[0] && runs.every(({ letter }) => isSame(letter[field], first)) ? first : base[field]]
    }),
  ) as unknown as Letter
  const { fills, fillStyleId, textStyleId, ...own } = shared
  const { fill: _fill, text: _text, ...styles } = record.styles
  const text = {
    ...record.text!,
    characters,
    letters: kept(
      record.text!.letters,
      Object.fromEntries(STYLE_FIELDS.map((field) => [field, own[field]])) as unknown as LetterStyle,
    ),
    runs: kept(
      record.text!.runs,
      runs.map(({ start, end, letter }) => ({ start, end, ...ownOf(letter, shared) })).filter(saysSomething),
    ),
  }
  return {
    text: kept(record.text!, text),
    fills: kept(record.fills, fills),
    styles: kept(record.styles, {
      ...styles,
      ...(fillStyleId && { fill: fillStyleId }),
      ...(textStyleId && { text: textStyleId }),
    }),
  }
}

/** The old object where nothing is new: in an instance, only what is another one is an override. */
const kept = <T>(old: T, written: T): T => (isSame(old, written) ? old : written)

/** What a run says: where its letters are not as the rest. */
function ownOf(letter: Letter, shared: Letter): Omit<TextRun, 'start' | 'end'> {
  const fields = [...STYLE_FIELDS, 'fills', 'textStyleId'] as const
  const own = fields.filter((field) => !isSame(letter[field], shared[field])).map((field) => [field, letter[field]])
  const ownFills = !isSame(letter.fills, shared.fills)
  const followed = ownFills ? '' : shared.fillStyleId
  return {
    ...Object.fromEntries(own),
    ...(letter.fillStyleId !== followed && { fillStyleId: letter.fillStyleId }),
    ...(letter.hyperlink && { hyperlink: letter.hyperlink }),
  }
}

const saysSomething = (run: TextRun) => Object.keys(run).length > 2

const STYLE_FIELDS = [
  'fontName',
  'fontSize',
  'textCase',
  'textDecoration',
  'letterSpacing',
  'lineHeight',
] as const satisfies readonly (keyof LetterStyle)[]

const FIELDS = [...STYLE_FIELDS, 'fills', 'fillStyleId', 'textStyleId'] as const satisfies readonly (keyof Letter)[]
