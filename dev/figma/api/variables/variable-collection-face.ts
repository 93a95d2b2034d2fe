import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import * as z from 'zod'
import type { CollectionData } from '../../document/parts/variable-data.ts'
import { addMode, removeCollection, removeMode } from '../../document/variables/edit-variables.ts'
import type { CollectionRecord } from '../../document/variables/variable-value.ts'
import { FigmaError } from '../../errors.ts'
import { soon } from '../../later.ts'
import { KIND } from '../../sandbox/remote.ts'
import { validated } from '../../values/validated.ts'
import type { Exactly, Holds } from '../absent.ts'
import { ID, RecordFace, recordOf, treeOf } from '../nodes/node-face.ts'

export class VariableCollectionFace extends RecordFace implements Pick<F.VariableCollection, Simulated> {
  get [KIND]() {
    return 'VariableCollection'
  }

  get name(): string {
    return recordOf(this).name
  }
  set name(value: unknown) {
    treeOf(this).change(this[ID], { name: validated(z.string().min(1), value, 'name') })
  }

  get hiddenFromPublishing(): boolean {
    return dataOf(this).hiddenFromPublishing
  }
  set hiddenFromPublishing(value: unknown) {
    write(this, { hiddenFromPublishing: validated(z.boolean(), value, 'hiddenFromPublishing') })
  }

  get remote(): boolean {
    recordOf(this)
    return false
  }

  get isExtension(): boolean {
    recordOf(this)
    return false
  }

  get key(): string {
    return dataOf(this).key
  }

  get modes(): { modeId: string; name: string }[] {
    return [...dataOf(this).modes]
  }

  get defaultModeId(): string {
    return dataOf(this).modes[0]!.modeId
  }

  get variableIds(): string[] {
    return [...dataOf(this).variableIds]
  }

  async getPublishStatusAsync(): Promise<F.PublishStatus> {
    recordOf(this)
    await soon()
    return 'UNPUBLISHED'
  }

  addMode(name: unknown): string {
    const collection = collectionOf(this)
    const wanted = validated(z.string().min(1), name, 'name')
    // T:12067. Ten is what the Professional plan allows (field).
    if (dataOf(this).modes.length >= MOST_MODES) throw new FigmaError(`Limited to ${MOST_MODES} modes only`)
    return addMode(treeOf(this), collection, wanted)
  }

  removeMode(modeId: unknown): void {
    const { modeId: wanted } = modeFrom(this, modeId)
    if (dataOf(this).modes.length === 1) throw new FigmaError('Could not delete last mode in collection')
    removeMode(treeOf(this), collectionOf(this), wanted)
  }

  renameMode(modeId: unknown, newName: unknown): void {
    const wanted = modeFrom(this, modeId)
    const name = validated(z.string().min(1), newName, 'newName')
    write(this, { modes: dataOf(this).modes.map((mode) => (mode === wanted ? { ...mode, name } : mode)) })
  }

  /** T:12042, in Figma's words: this file is on a smaller plan. */
  extend(_name: unknown): never {
    throw new FigmaError('Cannot create extended collections outside of enterprise plan.')
  }

  remove(): void {
    removeCollection(treeOf(this), collectionOf(this))
  }
}

/** A mode of this collection. Its absence is told in words of ours. */
export function modeFrom(face: VariableCollectionFace, modeId: unknown) {
  const wanted = validated(z.string(), modeId, 'modeId')
  const mode = dataOf(face).modes.find((one) => one.modeId === wanted)
  if (!mode) throw new FigmaError(`The mode with id "${wanted}" does not exist`)
  return mode
}

const dataOf = (face: VariableCollectionFace): CollectionData => recordOf(face).collection!

const collectionOf = (face: VariableCollectionFace): CollectionRecord => recordOf(face) as CollectionRecord

const write = (face: VariableCollectionFace, part: Partial<CollectionData>) =>
  treeOf(face).change(face[ID], { collection: { ...dataOf(face), ...part } })

type Simulated = Extract<keyof VariableCollectionFace, keyof F.VariableCollection>
export type VariableCollectionMembers = Holds<Exactly<F.VariableCollection, VariableCollectionFace, []>>

const MOST_MODES = 10
