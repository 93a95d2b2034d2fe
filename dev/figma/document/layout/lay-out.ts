import type { Tree } from '../tree.ts'

/** Lays out the auto layout frames that hold or are what was touched, from the inside out. */
export function layOut(_tree: Tree, _touched: ReadonlySet<string>): void {}
