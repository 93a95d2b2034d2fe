import { lumenfall } from './lumenfall.ts'
import type { Provider } from './provider.ts'

/** Every provider that a person can choose, the first one offered first. */
export const providers: readonly Provider[] = [lumenfall]
