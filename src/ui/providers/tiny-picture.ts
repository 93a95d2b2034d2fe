import type { Picture } from '../../shared/picture.ts'

/** 64 px of white in one bit: stands for a real picture where only the price is asked. */
export const TINY_PICTURE: Picture = {
  type: 'image/png',
  width: 64,
  height: 64,
  // biome-ignore format: a chunk to a line.
  bytes: Uint8Array.of(
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a,
    0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 64, 0, 0, 0, 64, 1, 0, 0, 0, 0, 130, 18, 76, 115,
    0, 0, 0, 18, 0x49, 0x44, 0x41, 0x54, 120, 218, 99, 248, 15, 5, 12, 163, 140, 81, 6, 233, 12, 0, 227, 211, 254, 16, 2, 218, 108, 227,
    0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 174, 66, 96, 130,
  ),
}
