import { createPlayground } from './playground.ts'
import { startPage } from './start-page.ts'

window.playground = createPlayground(startPage())
