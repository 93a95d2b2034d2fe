/** 192 random bits: nobody finds a picture by trying. */
export function newFileId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(24))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
}

export const FILE_ID = /^[\w-]{32}$/
