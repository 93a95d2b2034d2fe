import type { Tree } from '../tree.ts'

/** Brings instances in line with what has changed in their components, but for what they override. */
export function propagate(_tree: Tree, _touched: ReadonlySet<string>): void {}
