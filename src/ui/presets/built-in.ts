/** A prompt that comes with Refill, in words for a model; what it is called is in `shared/texts/preset-names.ts`. */
export interface BuiltIn {
  group: GroupKey
  key: BuiltInKey
  prompt: string
}

export type GroupKey = 'time' | 'season' | 'weather' | 'material' | 'background' | 'clean' | 'product' | 'style'

export type BuiltInKey =
  | 'golden'
  | 'night'
  | 'dawn'
  | 'spring'
  | 'autumn'
  | 'winter'
  | 'rain'
  | 'fog'
  | 'snowfall'
  | 'wood'
  | 'marble'
  | 'metal'
  | 'plain'
  | 'blur'
  | 'outdoors'
  | 'clutter'
  | 'reflections'
  | 'light'
  | 'studio'
  | 'table'
  | 'watercolour'
  | 'line'
  | 'mono'

/** What should change, and what must stay; short enough for the model that takes the fewest characters. */
export const BUILT_INS: readonly BuiltIn[] = [
  {
    group: 'time',
    key: 'golden',
    prompt:
      'Relight the scene for golden hour just before sunset: low, warm light from one side, long soft shadows and a glowing sky. Keep composition, crop, people, faces, text and every object exactly as they are.',
  },
  {
    group: 'time',
    key: 'night',
    prompt:
      'Turn the scene into a clear night with a deep blue, starry night sky; windows and lamps that are there are lit and cast warm light. Keep composition, crop, people, faces, text and every object exactly as they are.',
  },
  {
    group: 'time',
    key: 'dawn',
    prompt:
      'Relight the scene for early morning: pale pink and blue sky, cool soft light and a little mist near the ground. Keep composition, crop, people, faces, text and every object exactly as they are.',
  },
  {
    group: 'season',
    key: 'spring',
    prompt:
      'Change the season to spring: fresh light green leaves, blossom on the trees and clear mild daylight. Keep composition, crop, buildings, people, faces and text exactly as they are.',
  },
  {
    group: 'season',
    key: 'autumn',
    prompt:
      'Change the season to autumn: leaves in orange, red and gold, some of them fallen, in soft low light. Keep composition, crop, buildings, people, faces and text exactly as they are.',
  },
  {
    group: 'season',
    key: 'winter',
    prompt:
      'Change the season to winter: snow lies on the ground, roofs and branches, the light is cold and clear. Keep composition, crop, buildings, people, faces and text exactly as they are.',
  },
  {
    group: 'weather',
    key: 'rain',
    prompt:
      'Make it rain: an overcast sky, fine streaks of rain, wet surfaces with reflections. Keep composition, crop, people, faces, text and every object exactly as they are.',
  },
  {
    group: 'weather',
    key: 'fog',
    prompt:
      'Add soft fog that grows thicker with distance, with muted colours and low contrast far away. What is near stays clear; keep composition, crop, people, faces and text exactly as they are.',
  },
  {
    group: 'weather',
    key: 'snowfall',
    prompt:
      'Add gently falling snow with flakes at several distances, under a bright grey sky. Keep composition, crop, people, faces, text and every object exactly as they are.',
  },
  {
    group: 'material',
    key: 'wood',
    prompt:
      'Make the main object of natural oak with a fine, visible grain and a matte finish. Keep its shape, size, position, markings, the light on it and everything around it exactly as they are.',
  },
  {
    group: 'material',
    key: 'marble',
    prompt:
      'Make the main object of polished white marble with thin grey veins and soft reflections. Keep its shape, size, position, markings, the light on it and everything around it exactly as they are.',
  },
  {
    group: 'material',
    key: 'metal',
    prompt:
      'Make the main object of brushed aluminium with fine parallel lines and soft highlights. Keep its shape, size, position, markings, the light on it and everything around it exactly as they are.',
  },
  {
    group: 'background',
    key: 'plain',
    prompt:
      'Replace the background with an even, light grey studio background and a soft contact shadow. Keep the subject exactly as it is: shape, colours, edges, hair, face, text, position and size.',
  },
  {
    group: 'background',
    key: 'blur',
    prompt:
      'Blur the background strongly, as a fast portrait lens would, with smooth soft highlights. Keep the subject sharp and exactly as it is, with composition, crop, face and text.',
  },
  {
    group: 'background',
    key: 'outdoors',
    prompt:
      'Replace the background with a calm, sunny park that is slightly out of focus, and match its light on the edges of the subject. Keep the subject, its pose, face, text, position and size exactly as they are.',
  },
  {
    group: 'clean',
    key: 'clutter',
    prompt:
      'Remove clutter and distractions from the background, such as cables, litter, stains and passers-by, and fill what they hid as its surroundings are. Keep the subject, composition, crop, faces and text exactly as they are.',
  },
  {
    group: 'clean',
    key: 'reflections',
    prompt:
      'Remove dust, scratches, fingerprints and disturbing glare from the surfaces. Keep shapes, colours, materials, text, faces, composition and crop exactly as they are.',
  },
  {
    group: 'clean',
    key: 'light',
    prompt:
      'Correct the light: neutral white balance, even exposure, open shadows and natural contrast. Change nothing else; composition, crop, faces, text and all objects stay exactly as they are.',
  },
  {
    group: 'product',
    key: 'studio',
    prompt:
      'Turn it into a studio product shot: seamless white background, large soft light from the upper left, a gentle shadow below. Keep the product exactly as it is: shape, colours, label, text, angle, position and size.',
  },
  {
    group: 'product',
    key: 'table',
    prompt:
      'Set the product on a light wooden table in a bright room with soft window light and a blurred background. Keep the product exactly as it is: shape, colours, label, text, angle, position and size.',
  },
  {
    group: 'style',
    key: 'watercolour',
    prompt:
      'Paint the picture anew as a watercolour with soft edges, light washes and visible paper. Keep composition, crop, proportions and the likeness of faces; text stays readable and as it is.',
  },
  {
    group: 'style',
    key: 'line',
    prompt:
      'Redraw the picture as a clean line drawing in dark ink on white, with even lines and no shading. Keep composition, crop, proportions and the likeness of faces; text stays readable and as it is.',
  },
  {
    group: 'style',
    key: 'mono',
    prompt:
      'Turn the picture into a black and white photograph with deep blacks, bright whites and a fine grain. Keep composition, crop, faces, text and every detail exactly as they are.',
  },
]
