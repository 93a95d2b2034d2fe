import { lumenfall } from './lumenfall.ts'
import { openAi } from './openai.ts'
import { pixazo } from './pixazo.ts'
import { pixelDojo } from './pixeldojo.ts'
import type { Provider } from './provider.ts'

/** Every provider that a person can choose, the first one offered first. */
export const providers: readonly Provider[] = [lumenfall, pixelDojo, pixazo, openAi]
