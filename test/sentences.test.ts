import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'

// What people read lies in the files of texts, and is set as print is. Both are asked of the parsed sources.

const parse = (path: string, source = readFileSync(path, 'utf8')) =>
  ts.createSourceFile(
    path,
    source,
    ts.ScriptTarget.Latest,
    true,
    path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  )

const filesIn = (folder: string, ending: RegExp) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name))
    .map((name) => join(folder, name))

/** Attributes, and properties of our own components, that end in front of a person. */
const SPOKEN =
  /^(aria-(label|description|valuetext|roledescription|placeholder)|title|alt|label|placeholder|note|advice|question|answer|words|hint|wrong)$/

/** The literals with a letter in them that an expression may come to; what it compares or hands to a function is not said. */
function saidBy(node: ts.Node): ts.Node[] {
  if (ts.isStringLiteralLike(node)) return hasLetter(node.text) ? [node] : []
  if (ts.isTemplateExpression(node)) {
    const parts = [node.head, ...node.templateSpans.map(({ literal }) => literal)]
    return [
      ...parts.filter(({ text }) => hasLetter(text)),
      ...node.templateSpans.flatMap((span) => saidBy(span.expression)),
    ]
  }
  if (ts.isConditionalExpression(node)) return [...saidBy(node.whenTrue), ...saidBy(node.whenFalse)]
  if (ts.isBinaryExpression(node)) {
    const { kind } = node.operatorToken
    if (kind === ts.SyntaxKind.AmpersandAmpersandToken) return saidBy(node.right)
    return EITHER.has(kind) ? [...saidBy(node.left), ...saidBy(node.right)] : []
  }
  if (ts.isParenthesizedExpression(node) || ts.isJsxExpression(node) || ts.isAsExpression(node)) {
    return node.expression ? saidBy(node.expression) : []
  }
  if (ts.isArrayLiteralExpression(node)) return node.elements.flatMap(saidBy)
  // [a, b].filter(Boolean).join(' ')
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression))
    return saidBy(node.expression.expression)
  if (ts.isCallExpression(node) && node.expression.getText() === 'inOneLine') return node.arguments.flatMap(saidBy)
  return []
}

const EITHER = new Set([ts.SyntaxKind.BarBarToken, ts.SyntaxKind.QuestionQuestionToken, ts.SyntaxKind.PlusToken])
const hasLetter = (text: string) => /\p{L}/u.test(text)

function wordsIn(file: ts.SourceFile): string[] {
  const found: ts.Node[] = []
  const visit = (node: ts.Node) => {
    if (ts.isJsxText(node) && hasLetter(node.text)) found.push(node)
    if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent)) found.push(...saidBy(node))
    if (ts.isJsxAttribute(node) && SPOKEN.test(node.name.getText()) && node.initializer)
      found.push(...saidBy(node.initializer))
    node.forEachChild(visit)
  }
  visit(file)
  return found.map((node) => placeOf(file, node))
}

const placeOf = (file: ts.SourceFile, node: ts.Node) =>
  `${file.fileName}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1} ${node.getText().trim()}`

test('components hold no words of their own: those are in the files of texts', () => {
  const files = filesIn('src/ui', /\.tsx$/)
  expect(files.length).toBeGreaterThan(90)
  expect(files.flatMap((path) => wordsIn(parse(path)))).toEqual([])
})

test.each([
  ['<p>Words</p>', 1],
  ['<p>{"Words"}</p>', 1],
  ['<p aria-label="Words" class="words" />', 1],
  ['<Field label={isOn ? "On" : T.off} />', 1],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is source.
  ['<Field label={`${count} layers`} />', 1],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is source.
  ['<p>{isOn && `Words of ${name}`}</p>', 1],
  ['<p>{[name, isOn && "words"].filter(Boolean).join(" ")}</p>', 1],
  ['<p>{inOneLine([name, isOn && "words"])}</p>', 1],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is source.
  ['<p title={`${edge}%`} alt="" id="words">{at === "works" && T.check} · {of("key")}</p>', 0],
])('%s has so many: %i', (jsx, count) => {
  expect(wordsIn(parse('one.tsx', `const one = ${jsx}`))).toHaveLength(count)
})

/** What people read of a picture is an image, or a result: CONTRIBUTING.md. */
test('texts speak of images and results', () => {
  expect(
    TEXTS().flatMap((path) => textsIn(parse(path), (node) => isSentence(node) && /\bpictures?\b/i.test(node.text))),
  ).toEqual([])
})

/** Words, and no name of a property. */
const isSentence = ({ text, parent }: ts.LiteralLikeNode) =>
  /\s|^\p{Lu}/u.test(text) || (ts.isCallExpression(parent) && parent.expression.getText() === 'countOf')

/** Straight quotes and three dots, between or beside words. */
const UNPRINTED = /\p{L}'\p{L}|\p{L}'(\s|$)|"|\.\.\.|(^|\s)-(\s|$)/u

test('texts have the quotes, dashes and dots of print', () => {
  expect(TEXTS().flatMap((path) => textsIn(parse(path), ({ text }) => UNPRINTED.test(text)))).toEqual([])
})

test('messages of faults are in the files of texts, as all sentences', () => {
  expect(OTHERS().flatMap((path) => saidIn(parse(path)))).toEqual([])
})

test.each([
  ["new AppError('layer', 'It is gone.')", 1],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is source.
  ["new AppError('layer', isGone ? goneText(name) : `“${name}” is locked.`)", 1],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is source.
  ["new AppError('layer', `${message} ${advice}`, 'cause')", 0],
  ["refusal('Write what should change.')", 1],
  ["throw new Error('No command is called so.')", 0],
  ["const MARK = 'copy for an export'", 0],
])('%s says so many things: %i', (source, count) => {
  expect(saidIn(parse('one.ts', source))).toHaveLength(count)
})

/** Where all is that people read. */
const TEXTS = () => ['src/ui/texts.ts', ...filesIn('src/ui/texts', /\.ts$/), ...filesIn('src/shared/texts', /\.ts$/)]

const OTHERS = () => {
  const texts = TEXTS()
  return filesIn('src', /\.tsx?$/).filter((path) => !texts.includes(path))
}

test('what stands beside each other in a line is parted in one way, which is in one place', () => {
  const found = filesIn('src', /\.tsx?$/).flatMap((path) => {
    const file = parse(path)
    const jsx: string[] = []
    const visit = (node: ts.Node) => {
      if (ts.isJsxText(node) && node.text.includes('·')) jsx.push(placeOf(file, node))
      node.forEachChild(visit)
    }
    visit(file)
    return [...jsx, ...textsIn(file, ({ text }) => text.includes('·'))]
  })
  expect(found).toEqual([expect.stringMatching(/^src.ui.texts.phrases\.ts:/)])
})

function textsIn(file: ts.SourceFile, counts: (node: ts.LiteralLikeNode) => boolean): string[] {
  const found: string[] = []
  const visit = (node: ts.Node) => {
    const isText = ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)
    if (isText && counts(node)) found.push(placeOf(file, node))
    node.forEachChild(visit)
  }
  visit(file)
  return found
}

/** Words of a message, and whole sentences wherever they are. What only a report shows is neither, nor is what models read. */
const saidIn = (file: ts.SourceFile) =>
  textsIn(
    file,
    (node) =>
      hasLetter(node.text) && (isMessage(node) || (SENTENCE.test(node.text) && !isThrown(node) && !isToModel(file))),
  )

/** At least two words, and an end. */
const SENTENCE = /\p{L}\s+\S.*\p{L}[”’)]?[.!?…]$/su

/** The prompts of presets are written to models. */
const isToModel = ({ fileName }: ts.SourceFile) => /presets.built-in\.ts$/.test(fileName)

const isMessage = (node: ts.Node) => isGiven(node, { to: 'AppError', index: 1 })
/** Of a mistake of a programmer: a person reads another sentence in its place. */
const isThrown = (node: ts.Node) => isGiven(node, { to: 'Error', index: 0 })

/** Whether it is in that argument of `new …(…)`. */
function isGiven(node: ts.Node, { to, index }: { to: string; index: number }): boolean {
  for (let at = node; at.parent; at = at.parent) {
    const { parent } = at
    if (ts.isNewExpression(parent) && parent.expression.getText() === to) return parent.arguments?.[index] === at
  }
  return false
}
