/** Bytes of an image's file as Figma keeps it; `undefined` where Figma has lost it or cannot fetch it. */
export async function weighImage({ hash }: { hash: string }): Promise<number | undefined> {
  const bytes = await figma
    .getImageByHash(hash)
    ?.getBytesAsync()
    .catch(() => undefined)
  return bytes?.length
}
