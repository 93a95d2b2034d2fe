import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import * as z from 'zod'
import { INTERNAL } from '../../document/instances/internal.ts'
import type { LayerRecord } from '../../document/layer-record.ts'
import { writeLayer } from '../../document/write-layer.ts'
import { FigmaError } from '../../errors.ts'
import { KIND, Remote } from '../../sandbox/remote.ts'
import { validated } from '../../values/validated.ts'
import { asFigma } from '../as-figma.ts'
import { type DataOwner, getData, keysOfData, relaunchOwner, setData, sharedOwner } from '../plugin-data.ts'
import { assertNoInstance, relaunchData } from '../relaunch-data.ts'
import type { Session } from '../session.ts'
import { assertReachable } from './reachable.ts'

export const ID = Symbol('id')
export const SESSION = Symbol('session')

/**
 * What everything in a document has, nodes, styles and variables: PluginDataMixin. The face holds only an id: all that it
 * tells, it reads from the document when it is asked.
 */
export abstract class RecordFace extends Remote {
  abstract override readonly [KIND]: string
  readonly [ID]: string
  readonly [SESSION]: Session

  constructor(session: Session, id: string) {
    super()
    this[SESSION] = session
    this[ID] = id
  }

  get id(): string {
    return this[ID]
  }

  getPluginData(key: unknown): string {
    return getData(this, privateOwner(this), key)
  }

  setPluginData(key: unknown, value: unknown): void {
    setData(this, privateOwner(this), key, value)
  }

  getPluginDataKeys(): string[] {
    return keysOfData(this, privateOwner(this))
  }

  getSharedPluginData(namespace: unknown, key: unknown): string {
    return getData(this, sharedOwner(namespace), key)
  }

  setSharedPluginData(namespace: unknown, key: unknown, value: unknown): void {
    setData(this, sharedOwner(namespace), key, value)
  }

  getSharedPluginDataKeys(namespace: unknown): string[] {
    return keysOfData(this, sharedOwner(namespace))
  }
}

/** What every node has. */
export abstract class NodeFace extends RecordFace {
  get name(): string {
    return recordOf(this).name
  }
  set name(value: unknown) {
    change(this, { name: validated(z.string(), value, 'name') })
  }

  get parent(): (F.BaseNode & F.ChildrenMixin) | null {
    const { parentId } = recordOf(this)
    return parentId === null || parentId === INTERNAL ? null : asFigma(this[SESSION].faceOf(parentId))
  }

  get removed(): boolean {
    return this[SESSION].document.tree.find(this[ID]) === undefined
  }

  remove(): void {
    recordOf(this)
    throw new FigmaError('Removing this node is not allowed')
  }

  override toString(): string {
    return `[object ${this[KIND]}]`
  }

  getRelaunchData(): { [command: string]: string } {
    return { ...recordOf(this).pluginData[relaunchOwner(this[SESSION].manifest.id)] }
  }

  setRelaunchData(data: unknown): void {
    const { manifest } = this[SESSION]
    const { [relaunchOwner(manifest.id)]: _before, ...others } = recordOf(this).pluginData
    assertNoInstance(treeOf(this), this[ID])
    const buttons = relaunchData(data, manifest)
    const some = Object.keys(buttons).length > 0
    change(this, { pluginData: some ? { ...others, [relaunchOwner(manifest.id)]: buttons } : others })
  }
}

/** Throws as Figma does if it is removed. */
export function recordOf(face: RecordFace): LayerRecord {
  assertReachable(face[SESSION], face[ID])
  return face[SESSION].document.tree.get(face[ID])
}

export const change = (face: RecordFace, part: Partial<LayerRecord>): void =>
  writeLayer(face[SESSION].document.tree, face[ID], part)

export const treeOf = (face: RecordFace) => face[SESSION].document.tree

const privateOwner = (face: RecordFace): DataOwner => face[SESSION].manifest.id
