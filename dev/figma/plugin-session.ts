import type { ChangeNames } from './api/change-feed.ts'
import { LoadedFonts } from './api/fonts.ts'
import { LoadedPages } from './api/loaded-pages.ts'
import { NodeChanges } from './api/node-changes.ts'
import { createFace } from './api/nodes/create-face.ts'
import type { NodeFace } from './api/nodes/node-face.ts'
import type { Session } from './api/session.ts'
import { styleFaceOf } from './api/styles/style-faces.ts'
import type { PluginRunOptions } from './plugin-run.ts'

/** What the API objects of one run share. */
export function createSession(options: PluginRunOptions): Session {
  const { manifest, document, painter, user, saveVersion } = options
  const faces = new Map<string, NodeFace>()
  const dynamicPage = manifest.documentAccess === 'dynamic-page'
  const loadedPages = new LoadedPages({ all: !dynamicPage })
  loadedPages.add(document.pageId)

  const changeNames: ChangeNames = {
    tree: document.tree,
    faceOf: (id) => session.faceOf(id),
    styleFaceOf: (id) => styleFaceOf(session, id),
  }
  const session: Session = {
    manifest,
    document,
    painter,
    user,
    saveVersion,
    dynamicPage,
    loadedPages,
    loadedFonts: new LoadedFonts(),
    skipsInvisible: false,
    changeNames,
    nodeChanges: new NodeChanges(changeNames),
    faceOf(id) {
      const face = faces.get(id) ?? createFace(session, id)
      faces.set(id, face)
      return face
    },
  }
  return session
}
