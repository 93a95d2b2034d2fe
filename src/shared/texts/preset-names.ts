/**
 * The names of the presets that come with Refill. Here and not among the panel's texts, as the quick-actions bar suggests
 * them while no panel is open.
 */
export const BUILT_IN_PRESETS = {
  golden: 'Golden hour',
  night: 'Starry night',
  dawn: 'Early morning',
  spring: 'Spring',
  autumn: 'Autumn',
  winter: 'Winter',
  rain: 'Rain',
  fog: 'Fog',
  snowfall: 'Falling snow',
  wood: 'Oak',
  marble: 'Marble',
  metal: 'Brushed metal',
  plain: 'Plain studio background',
  blur: 'Blurred background',
  outdoors: 'In a park',
  clutter: 'Remove clutter',
  reflections: 'Remove dust and glare',
  light: 'Correct the light',
  studio: 'White studio',
  table: 'On a wooden table',
  watercolour: 'Watercolour',
  line: 'Line drawing',
  mono: 'Black and white',
}
