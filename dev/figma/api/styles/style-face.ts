import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import * as z from 'zod'
import { assertWritable } from '../../document/instances/internal.ts'
import type { LayerRecord, StyledField } from '../../document/layer-record.ts'
import { withoutLinks } from '../../document/links.ts'
import type { StyleData } from '../../document/parts/style-data.ts'
import { changeStyle, followersOf, removeStyle } from '../../document/styles/follow-style.ts'
import { soon } from '../../later.ts'
import { KIND } from '../../sandbox/remote.ts'
import { documentationLinks } from '../../values/documentation-links.ts'
import { validated } from '../../values/validated.ts'
import { asFigma } from '../as-figma.ts'
import { assertNotDynamic } from '../dynamic-page.ts'
import { ID, RecordFace, recordOf, SESSION, treeOf } from '../nodes/node-face.ts'

/** BaseStyleMixin: what shared styles of all kinds have. Those of a library throw on every write (T:9402). */
export abstract class StyleFace extends RecordFace {
  get name(): string {
    return recordOf(this).name
  }
  set name(value: unknown) {
    writeStyle(this, { name: validated(z.string(), value, 'name') })
  }

  get description(): string {
    return dataOf(this).description
  }
  set description(value: unknown) {
    writeData(this, { description: validated(z.string(), value, 'description') })
  }

  get descriptionMarkdown(): string {
    return dataOf(this).description
  }
  set descriptionMarkdown(value: unknown) {
    writeData(this, { description: validated(z.string(), value, 'descriptionMarkdown') })
  }

  get documentationLinks(): ReadonlyArray<F.DocumentationLink> {
    return dataOf(this).documentationLinks
  }
  set documentationLinks(value: unknown) {
    writeData(this, { documentationLinks: validated(documentationLinks, value, 'documentationLinks') })
  }

  get remote(): boolean {
    return dataOf(this).remote
  }

  get key(): string {
    return dataOf(this).key
  }

  async getPublishStatusAsync(): Promise<F.PublishStatus> {
    const { remote } = dataOf(this)
    await soon()
    return remote ? 'CURRENT' : 'UNPUBLISHED'
  }

  async getStyleConsumersAsync(): Promise<F.StyleConsumers[]> {
    recordOf(this)
    await soon()
    return consumersOf(this)
  }

  get consumers(): F.StyleConsumers[] {
    assertNotDynamic(this[SESSION], 'style.getStyleConsumersAsync')
    return consumersOf(this)
  }

  remove(): void {
    assertWritable(treeOf(this), this[ID])
    removeStyle(treeOf(this), this[ID])
  }

  override toString(): string {
    return `[object ${this[KIND]}]`
  }
}

/** Writes values of a style, to it and to what follows it. */
export function writeStyle(face: StyleFace, part: Partial<LayerRecord>): void {
  assertWritable(treeOf(face), face[ID])
  changeStyle(treeOf(face), face[ID], withoutLinks(recordOf(face), part))
}

const dataOf = (face: StyleFace): StyleData => recordOf(face).style!

const writeData = (face: StyleFace, part: Partial<StyleData>) =>
  writeStyle(face, { style: { ...dataOf(face), ...part } })

const consumersOf = (face: StyleFace): F.StyleConsumers[] =>
  followersOf(treeOf(face), face[ID]).map(({ id, fields }) => ({
    node: asFigma<F.SceneNode>(face[SESSION].faceOf(id)),
    fields: fields.map((field) => ID_OF[field]),
  }))

const ID_OF: Readonly<Record<StyledField, F.InheritedStyleField>> = {
  fill: 'fillStyleId',
  stroke: 'strokeStyleId',
  effect: 'effectStyleId',
  text: 'textStyleId',
  grid: 'gridStyleId',
}
