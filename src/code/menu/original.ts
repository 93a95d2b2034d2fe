import { stopped, toAppError } from '../../shared/errors.ts'
import { broughtBackText, M } from '../../shared/texts/menu.ts'
import { showOriginals } from '../commands/show-originals.ts'
import { hasHistory } from '../history.ts'
import { isOfInstance } from '../layers.ts'

/** *Bring back original*: on the selected layers and on all that lies in them. Needs no panel, and tells what it did. */
export async function bringBackOriginal(): Promise<void> {
  const { selection } = figma.currentPage
  if (selection.length === 0) return figma.closePlugin(M.nothingSelected)
  const stop = createStop()
  try {
    const told = await showOriginals({ ids: editedIn(selection) }, stop.task)
    stop.end()
    figma.closePlugin(told.shown > 0 ? broughtBackText(told) : M.noOriginal)
  } catch (thrown) {
    stop.end()
    figma.closePlugin(toAppError(thrown).fault === 'cancelled' ? M.stoppedBringing : M.notBroughtBack)
  }
}

/**
 * The selected layers, whose results may lie on a rectangle beside them, and those in them that have results. Instances
 * come last: what their component shows by then needs no override.
 */
function editedIn(selection: readonly SceneNode[]): string[] {
  const layers = selection.flatMap((layer) => [
    layer,
    ...('findAllWithCriteria' in layer ? layer.findAllWithCriteria(hasHistory) : []),
  ])
  const [own, inInstances] = [layers.filter((layer) => !isOfInstance(layer)), layers.filter(isOfInstance)]
  return [...own, ...inInstances].map(({ id }) => id)
}

/** A notification that stops the work, where that takes long enough to be read. */
function createStop() {
  let isStopped = false
  let note: NotificationHandler | undefined
  const timer = setTimeout(() => {
    note = figma.notify(M.bringingBack, {
      timeout: Number.POSITIVE_INFINITY,
      button: {
        text: M.stop,
        action: () => {
          isStopped = true
        },
      },
    })
  }, WAIT)
  return {
    task: {
      report() {},
      throwIfCancelled() {
        if (isStopped) throw stopped()
      },
    },
    end() {
      clearTimeout(timer)
      note?.cancel()
    },
  }
}

/** ms */
const WAIT = 600
