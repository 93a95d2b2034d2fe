/**
 * Text that every file system keeps as it is and that shows all it holds: composed (NFC), one plain space for any white
 * space, `-` for what Windows forbids. Nothing that is not seen stays, but for what joins emoji or letters that need it.
 */
export function safeText(text: string): string {
  return text
    .normalize()
    .replace(UNSEEN, (_, kept = '') => kept)
    .replace(/\s+/g, ' ')
    .replace(/[<>:"/\\|?*]/g, '-')
    .normalize()
}

/** The most of a text that takes no more than `bytes` in UTF-8 and `units` in UTF-16. Nothing that is read as one is parted. */
export function cutText(text: string, { bytes, units }: { bytes: number; units: number }): string {
  if (text.length <= units && bytesOf(text) <= bytes) return text
  const { read } = ENCODER.encodeInto(text, new Uint8Array(bytes))
  const end = Math.min(read, units)
  // Whether it may be parted here, what follows says: one letter of it is enough.
  return text.slice(0, GRAPHEMES.segment(text.slice(0, end + 2)).containing(end)?.index)
}

export const bytesOf = (text: string) => ENCODER.encode(text).length

/** Letters of scripts in which a joiner between them changes what is read. */
const JOINED = 'Arab Syrc Mong Deva Beng Guru Gujr Orya Taml Telu Knda Mlym Sinh Khmr Mymr'
  .split(' ')
  .map((script) => `\\p{scx=${script}}`)
  .join('')
/**
 * Turns of the reading direction, spaces of no width, halves of letters, controls and the like; the first group is what
 * stays of these: variation selectors, joiners in their place, and the tags of a flag.
 */
const UNSEEN = new RegExp(
  [
    '([\\uFE00-\\uFE0F\\u{E0100}-\\u{E01EF}\\u180B-\\u180D]',
    '(?<=[\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\uFE0F])\\u200D(?=\\p{Extended_Pictographic})',
    `(?<=[${JOINED}])[\\u200C\\u200D]`,
    '(?<=\\u{1F3F4})[\\u{E0020}-\\u{E007E}]+\\u{E007F})',
    '[\\p{Default_Ignorable_Code_Point}\\p{Cs}\\p{Noncharacter_Code_Point}\\uFFF9-\\uFFFB]',
    '(?!\\s)\\p{Cc}',
  ].join('|'),
  'gu',
)
const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' })
const ENCODER = new TextEncoder()
