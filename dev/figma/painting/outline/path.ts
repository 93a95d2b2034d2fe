import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import { applied } from '../../document/geometry.ts'

/** Absolute, as in SVG. */
export type Command = readonly ['M' | 'L', x: number, y: number] | Curve | readonly ['Z']

export type Curve = readonly ['C', x1: number, y1: number, x2: number, y2: number, x: number, y: number]

/** A path in px of a layer's own space, and what of it is inside. */
export interface Outline {
  readonly rule: F.WindingRule
  readonly commands: readonly Command[]
}

/** What Figma takes of SVG's paths: M, L, Q, C and Z, absolute (T:5496). A quadratic becomes the cubic that it is. */
export function commandsFrom(data: string): Command[] {
  const words = data.match(WORDS) ?? []
  const commands: Command[] = []
  let at = 0
  let pen = { x: 0, y: 0 }
  let letter = 'M'
  const number = () => Number(words[at++])
  while (at < words.length) {
    if (/[a-z]/i.test(words[at]!)) letter = words[at++]!.toUpperCase()
    if (letter === 'Z') commands.push(['Z'])
    if (letter === 'M' || letter === 'L') {
      pen = { x: number(), y: number() }
      commands.push([letter, pen.x, pen.y])
      // SVG: further pairs after a move are lines.
      letter = 'L'
    }
    if (letter === 'C') {
      const [x1, y1, x2, y2, x, y] = [number(), number(), number(), number(), number(), number()]
      commands.push(['C', x1, y1, x2, y2, x, y])
      pen = { x, y }
    }
    if (letter === 'Q') {
      const [cx, cy, x, y] = [number(), number(), number(), number()]
      const near = (from: number, control: number) => from + ((control - from) * 2) / 3
      commands.push(['C', near(pen.x, cx), near(pen.y, cy), near(x, cx), near(y, cy), x, y])
      pen = { x, y }
    }
    if (!'MLCQZ'.includes(letter)) at++
  }
  return commands
}

export const dataOf = (commands: readonly Command[]): string => commands.map((command) => command.join(' ')).join(' ')

export const movedBy = (transform: F.Transform, { rule, commands }: Outline): Outline => ({
  rule,
  commands: commands.map((command) => movedCommand(transform, command)),
})

function movedCommand(transform: F.Transform, command: Command): Command {
  if (command[0] === 'Z') return command
  if (command[0] !== 'C') {
    const { x, y } = applied(transform, { x: command[1], y: command[2] })
    return [command[0], x, y]
  }
  const [, x1, y1, x2, y2, x, y] = command
  const one = applied(transform, { x: x1, y: y1 })
  const two = applied(transform, { x: x2, y: y2 })
  const end = applied(transform, { x, y })
  return ['C', one.x, one.y, two.x, two.y, end.x, end.y]
}

const WORDS = /[a-z]|[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi
