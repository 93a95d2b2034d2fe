import type * as F from '@figma/plugin-typings/plugin-api-standalone'

/** What letters look like, all of them or a run of them. Fills are the layer's own unless a run has others. */
export interface LetterStyle {
  readonly fontName: F.FontName
  /** px */
  readonly fontSize: number
  readonly textCase: F.TextCase
  readonly textDecoration: F.TextDecoration
  readonly letterSpacing: F.LetterSpacing
  readonly lineHeight: F.LineHeight
}

/** Where some letters differ from the rest. Runs do not overlap, come in order and are never empty. */
export interface TextRun extends Partial<LetterStyle> {
  /** Index of its first letter, and of the one after its last, in UTF-16 units. */
  readonly start: number
  readonly end: number
  readonly fills?: readonly F.Paint[]
  readonly fillStyleId?: string
  readonly textStyleId?: string
  readonly hyperlink?: F.HyperlinkTarget
}

export interface TextContent {
  readonly characters: string
  readonly letters: LetterStyle
  readonly runs: readonly TextRun[]
  readonly alignHorizontal: F.TextNode['textAlignHorizontal']
  readonly alignVertical: F.TextNode['textAlignVertical']
  readonly autoResize: F.TextNode['textAutoResize']
  readonly truncation: F.TextNode['textTruncation']
  readonly maxLines: number | null
  /** px */
  readonly paragraphSpacing: number
  /** px */
  readonly paragraphIndent: number
  readonly autoRename: boolean
}

export const PLAIN_LETTERS: LetterStyle = {
  fontName: { family: 'Inter', style: 'Regular' },
  fontSize: 12,
  textCase: 'ORIGINAL',
  textDecoration: 'NONE',
  letterSpacing: { unit: 'PERCENT', value: 0 },
  lineHeight: { unit: 'AUTO' },
}

export const PLAIN_TEXT: TextContent = {
  characters: '',
  letters: PLAIN_LETTERS,
  runs: [],
  alignHorizontal: 'LEFT',
  alignVertical: 'TOP',
  autoResize: 'WIDTH_AND_HEIGHT',
  truncation: 'DISABLED',
  maxLines: null,
  paragraphSpacing: 0,
  paragraphIndent: 0,
  autoRename: true,
}
