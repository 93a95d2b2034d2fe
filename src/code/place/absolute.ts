/** Takes a child out of its parent's auto layout. Figma: only after it was appended, and before it is positioned. */
export function absoluteIn(parent: BaseNode & ChildrenMixin, child: RectangleNode): void {
  if ('layoutMode' in parent && parent.layoutMode !== 'NONE') child.layoutPositioning = 'ABSOLUTE'
}
