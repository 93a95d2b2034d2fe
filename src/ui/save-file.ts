/** Has the browser save it. A browser may refuse what nobody has just pressed; a link to press has to be there as well. */
export function saveFile({ url, name }: { url: string; name: string }) {
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
}
