import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import * as z from 'zod'
import type { StyleKind } from '../document/parts/style-data.ts'
import { createStyle, findStyle, localStyles, moveStyleAfter } from '../document/styles/local-styles.ts'
import { FigmaError } from '../errors.ts'
import { soon } from '../later.ts'
import { validated } from '../values/validated.ts'
import { asFigma } from './as-figma.ts'
import { assertNotDynamic } from './dynamic-page.ts'
import { type FigmaParts, FigmaShell } from './figma-shell.ts'
import { ID, SESSION } from './nodes/node-face.ts'
import { StyleFace } from './styles/style-face.ts'
import { styleFaceOf } from './styles/style-faces.ts'
import { VariablesFace } from './variables/variables-face.ts'

/** The part of `figma` that is about shared styles and variables. */
export abstract class FigmaShared extends FigmaShell {
  readonly #variables: VariablesFace

  constructor(parts: FigmaParts) {
    super(parts)
    this.#variables = new VariablesFace(parts.session)
  }

  get variables(): F.VariablesAPI {
    return asFigma(this.#variables)
  }

  createPaintStyle(): F.PaintStyle {
    return created(this, 'PAINT')
  }
  createTextStyle(): F.TextStyle {
    return created(this, 'TEXT')
  }
  createEffectStyle(): F.EffectStyle {
    return created(this, 'EFFECT')
  }
  createGridStyle(): F.GridStyle {
    return created(this, 'GRID')
  }

  async getLocalPaintStylesAsync(): Promise<F.PaintStyle[]> {
    return localsSoon(this, 'PAINT')
  }
  async getLocalTextStylesAsync(): Promise<F.TextStyle[]> {
    return localsSoon(this, 'TEXT')
  }
  async getLocalEffectStylesAsync(): Promise<F.EffectStyle[]> {
    return localsSoon(this, 'EFFECT')
  }
  async getLocalGridStylesAsync(): Promise<F.GridStyle[]> {
    return localsSoon(this, 'GRID')
  }

  getLocalPaintStyles(): F.PaintStyle[] {
    assertNotDynamic(this[SESSION], 'figma.getLocalPaintStylesAsync')
    return locals(this, 'PAINT')
  }
  getLocalTextStyles(): F.TextStyle[] {
    assertNotDynamic(this[SESSION], 'figma.getLocalTextStylesAsync')
    return locals(this, 'TEXT')
  }
  getLocalEffectStyles(): F.EffectStyle[] {
    assertNotDynamic(this[SESSION], 'figma.getLocalEffectStylesAsync')
    return locals(this, 'EFFECT')
  }
  getLocalGridStyles(): F.GridStyle[] {
    assertNotDynamic(this[SESSION], 'figma.getLocalGridStylesAsync')
    return locals(this, 'GRID')
  }

  moveLocalPaintStyleAfter(target: unknown, reference: unknown): void {
    move(this, 'PAINT', { target, reference })
  }
  moveLocalTextStyleAfter(target: unknown, reference: unknown): void {
    move(this, 'TEXT', { target, reference })
  }
  moveLocalEffectStyleAfter(target: unknown, reference: unknown): void {
    move(this, 'EFFECT', { target, reference })
  }
  moveLocalGridStyleAfter(target: unknown, reference: unknown): void {
    move(this, 'GRID', { target, reference })
  }

  async getStyleByIdAsync(id: unknown): Promise<F.BaseStyle | null> {
    const wanted = validated(z.string(), id, 'id')
    await soon()
    return styleOrNull(this, wanted)
  }

  getStyleById(id: unknown): F.BaseStyle | null {
    assertNotDynamic(this[SESSION], 'figma.getStyleByIdAsync')
    return styleOrNull(this, validated(z.string(), id, 'id'))
  }

  /** T:1625: rejects where no library has published such a style. */
  async importStyleByKeyAsync(key: unknown): Promise<F.BaseStyle> {
    const wanted = validated(z.string(), key, 'key')
    await soon()
    const id = this[SESSION].document.styles.import(wanted)?.id
    if (id === undefined) throw new FigmaError(`Could not find a published style with the key "${wanted}"`)
    return asFigma(styleFaceOf(this[SESSION], id))
  }
}

function created<T>({ [SESSION]: session }: FigmaShared, kind: StyleKind): T {
  const { id } = createStyle(session.document.tree, { kind, name: NAMES[kind] })
  return asFigma(styleFaceOf(session, id))
}

const locals = <T>({ [SESSION]: session }: FigmaShared, kind: StyleKind): T[] =>
  localStyles(session.document.tree, kind).map(({ id }) => asFigma<T>(styleFaceOf(session, id)))

async function localsSoon<T>(face: FigmaShared, kind: StyleKind): Promise<T[]> {
  await soon()
  return locals(face, kind)
}

const styleOrNull = ({ [SESSION]: session }: FigmaShared, id: string): F.BaseStyle | null =>
  findStyle(session.document.tree, id) ? asFigma(styleFaceOf(session, id)) : null

/** T:1558: both are local, of this kind, and in the same folder. */
function move(
  face: FigmaShared,
  kind: StyleKind,
  { target, reference }: { target: unknown; reference: unknown },
): void {
  const moved = localFrom(face, kind, { value: target, name: 'targetNode' })
  const before = reference === null ? null : localFrom(face, kind, { value: reference, name: 'reference' })
  if (before && folderOf(before.name) !== folderOf(moved.name)) {
    throw new FigmaError('The target and reference styles must live in the same folder')
  }
  moveStyleAfter(face[SESSION].document.tree, moved, before)
}

function localFrom(face: FigmaShared, kind: StyleKind, { value, name }: { value: unknown; name: string }) {
  const style = value instanceof StyleFace ? findStyle(face[SESSION].document.tree, value[ID]) : undefined
  if (style?.style.kind === kind && !style.style.remote) return style
  throw new FigmaError(`Expected "${name}" to be a local ${kind.toLowerCase()} style`)
}

const folderOf = (name: string) => name.slice(0, Math.max(0, name.lastIndexOf('/')))

/** Believed. */
const NAMES = { PAINT: 'Paint style', TEXT: 'Text style', EFFECT: 'Effect style', GRID: 'Grid style' } as const
