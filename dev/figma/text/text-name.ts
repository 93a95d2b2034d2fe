import type { LayerRecord } from '../document/layer-record.ts'

/** What a text is called that is named by its characters: one line of them (believed). */
export const textName = (characters: string): string => characters.replaceAll(/\s+/g, ' ').trim() || 'Text'

/** T:11055: a layer that somebody renames keeps that name, whatever is written in it. */
export const renamed = ({ text }: LayerRecord, name: string): Partial<LayerRecord> =>
  text ? { name, text: { ...text, autoRename: false } } : { name }
