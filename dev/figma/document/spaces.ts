import type { LayerRecord } from './layer-record.ts'

/** Whether what lies in it counts its coordinates from further out (T:7352). */
export const hasNoSpace = (type: LayerRecord['type']) => type === 'GROUP' || type === 'BOOLEAN_OPERATION'
