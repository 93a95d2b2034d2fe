import type { Connection } from '../../shared/channel.ts'
import { panelSize } from '../../shared/panel-size.ts'
import type { Size } from '../../shared/picture.ts'
import type { Commands, Events } from '../../shared/protocol.ts'

export type PanelSizeModel = ReturnType<typeof createPanelSize>

/** How large the panel is: Figma is told once a frame while that changes, and the last of it is kept. */
export function createPanelSize(code: Pick<Connection<Commands, Events>, 'call'>) {
  let wanted: Size | undefined
  let frame: number | undefined

  function tell(keep: boolean) {
    frame = undefined
    if (wanted) void code.call('resizePanel', { ...wanted, keep }).catch(() => {})
  }

  return {
    /** Returns what it comes to within the bounds. */
    change(size: Size): Size {
      wanted = panelSize(size)
      frame ??= requestAnimationFrame(() => tell(false))
      return wanted
    },
    /** It stays so, also in the next panel. */
    keep() {
      if (frame !== undefined) cancelAnimationFrame(frame)
      tell(true)
      wanted = undefined
    },
  }
}
