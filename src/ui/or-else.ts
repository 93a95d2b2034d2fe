import * as z from 'zod/mini'

/**
 * What does not fit counts as `value`. It is `z.catch`, made by hand: that one brings every helper of zod into the bundle,
 * 12 kB of them.
 */
export const orElse = <Schema extends z.ZodMiniType>(
  innerType: Schema,
  value: z.output<Schema>,
): z.ZodMiniCatch<Schema> =>
  new z.ZodMiniCatch({ type: 'catch', innerType, catchValue: () => value }) as z.ZodMiniCatch<Schema>
