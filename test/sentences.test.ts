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
test('texts and messages speak of images and results', () => {
  const found = TEXTS().flatMap((path) =>
    textsIn(parse(path), (node) => isSentence(node) && /\bpictures?\b/i.test(node.text)),
  )
  const messages = filesIn('src', /\.tsx?$/).flatMap((path) =>
    textsIn(parse(path), (node) => isMessage(node) && /\bpictures?\b/i.test(node.text)),
  )
  expect([...found, ...messages]).toEqual([])
})

/** Words, and no name of a property. */
const isSentence = ({ text, parent }: ts.LiteralLikeNode) =>
  /\s|^\p{Lu}/u.test(text) || (ts.isCallExpression(parent) && parent.expression.getText() === 'countOf')

/** Straight quotes and three dots, between or beside words. */
const UNPRINTED = /\p{L}'\p{L}|\p{L}'(\s|$)|"|\.\.\.|(^|\s)-(\s|$)/u

test('texts and messages have the quotes, dashes and dots of print', () => {
  const isUnprinted = (node: ts.LiteralLikeNode) => UNPRINTED.test(node.text)
  const found = TEXTS().flatMap((path) => textsIn(parse(path), isUnprinted))
  const messages = filesIn('src', /\.tsx?$/).flatMap((path) =>
    textsIn(parse(path), (node) => isUnprinted(node) && isMessage(node)),
  )
  expect([...found, ...messages]).toEqual([])
})

const TEXTS = () => [
  'src/ui/texts.ts',
  'src/shared/texts/menu.ts',
  'src/shared/texts/preset-names.ts',
  ...filesIn('src/ui/texts', /\.ts$/),
]

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

/** Whether it is in the second argument of `new AppError(…)`. */
function isMessage(node: ts.Node): boolean {
  for (let at = node; at.parent; at = at.parent) {
    const { parent } = at
    if (ts.isNewExpression(parent) && parent.expression.getText() === 'AppError') return parent.arguments?.[1] === at
  }
  return false
}
