// biome-ignore lint/suspicious/noExplicitAny: TypeScript asks this of the constructor of a mixin.
export type Class<T> = abstract new (...values: any[]) => T
