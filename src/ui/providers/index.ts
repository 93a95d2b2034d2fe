import { lumenfall } from './lumenfall.ts'
import type { Provider } from './provider.ts'

// The others are registered when the panel can give them picture addresses and keep their jobs.

/** Every provider that a person can choose, the first one offered first. */
export const providers: readonly Provider[] = [lumenfall]
