/** Copies are in the document only while a file is drawn; each is known by its own mark. */
export const markCopy = (copy: SceneNode, mark: string): void => copy.setPluginData(KEY, mark)

/** Removes the copies with one of these marks. Answers how many. */
export function removeCopies(page: PageNode, marks: ReadonlySet<string>): number {
  const copies = page
    .findAllWithCriteria({ pluginData: { keys: [KEY] } })
    .filter((copy) => !copy.removed && marks.has(copy.getPluginData(KEY)))
  for (const copy of copies) copy.remove()
  return copies.length
}

const KEY = 'copy for an export'
