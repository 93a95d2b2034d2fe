import { expect, test } from 'vitest'
import { imageName, namesWithout } from '../../../src/ui/jobs/references.ts'

test('pictures are called by their place in what is sent', () => {
  expect([2, 3].map(imageName)).toEqual(['image 2', 'image 3'])
})

test.each([
  ['Put the lamp from image 2 on the table in image 1', 2, []],
  ['Put the lamp from image 4 on the table', 3, ['image 4']],
  ['image 3 and Image 3, image 5', 2, ['image 3', 'image 5']],
  ['image 0', 2, ['image 0']],
  ['an image 2000 px wide, like image 1920s style', 1, []],
  ['imagine 3, image3, images 3', 1, []],
  ['', 1, []],
])('in “%s” with %i pictures, %j stand for none', (prompt, pictures, names) => {
  expect(namesWithout([prompt], pictures)).toEqual(names)
})
