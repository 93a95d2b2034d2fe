import { serve } from '../shared/channel.ts'
import type { Commands, Events } from '../shared/protocol.ts'
import { exportLayer } from './commands/export-layer.ts'
import { placeImage } from './commands/place-image.ts'
import { readImage } from './commands/read-image.ts'
import { saveSettings } from './commands/save-settings.ts'
import { showOriginal } from './commands/show-original.ts'
import { start } from './commands/start.ts'
import { figmaPort } from './port.ts'
import { followSelection } from './selection.ts'

figma.showUI(__html__, { themeColors: true, width: 360, height: 640, title: 'Refill' })

const ui = serve<Commands, Events>(figmaPort, { start, saveSettings, exportLayer, readImage, placeImage, showOriginal })

followSelection((selection) => ui.emit('selection', selection))
