/**
 * Throws what Figma throws when it loads such a script. It reads the text, so strings and comments count too.
 * `import(` is reported by many; the others are refused by the same family of scanners and are believed.
 */
export function assertLoadable(code: string): void {
  for (const { text, what } of REFUSED) {
    if (code.includes(text)) throw new SyntaxError(`possible ${what} rejected`)
  }
}

const REFUSED = [
  { text: 'import(', what: 'import expression' },
  { text: '<!--', what: 'html comment' },
  { text: '-->', what: 'html comment' },
  { text: 'eval(', what: 'direct eval expression' },
]
