/** Lets a person move the window by its title bar, within the element it lies in. */
export function listenForDrag(panel: HTMLElement) {
  const title = panel.querySelector('header')
  let grip: { x: number; y: number } | undefined

  title?.addEventListener('pointerdown', (event) => {
    if ((event.target as Element).closest('button')) return
    title.setPointerCapture(event.pointerId)
    grip = { x: event.clientX - panel.offsetLeft, y: event.clientY - panel.offsetTop }
  })
  title?.addEventListener('pointermove', (event) => {
    if (!grip) return
    const room = panel.offsetParent ?? document.body
    const most = { x: room.clientWidth - panel.offsetWidth, y: room.clientHeight - panel.offsetHeight }
    panel.style.right = 'auto'
    panel.style.left = `${within(event.clientX - grip.x, most.x)}px`
    panel.style.top = `${within(event.clientY - grip.y, most.y)}px`
  })
  title?.addEventListener('lostpointercapture', () => {
    grip = undefined
  })
}

const within = (value: number, most: number) => Math.max(0, Math.min(most, value))
