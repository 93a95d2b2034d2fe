import { expect, test } from 'vitest'
import { inCase } from '../../../src/ui/exports/case-style.ts'

test.each([
  ['Hero Image', 'hero image', 'hero-image', 'hero_image', 'heroImage', 'HeroImage'],
  ['heroImage', 'heroimage', 'hero-image', 'hero_image', 'heroImage', 'HeroImage'],
  ['UICard 24', 'uicard 24', 'ui-card-24', 'ui_card_24', 'uiCard24', 'UiCard24'],
  ['three PNGs', 'three pngs', 'three-pngs', 'three_pngs', 'threePngs', 'ThreePngs'],
  ['Icons/Home – big!', 'icons/home – big!', 'icons/home-big', 'icons/home_big', 'icons/homeBig', 'Icons/HomeBig'],
  ['Don’t stop', 'don’t stop', 'dont-stop', 'dont_stop', 'dontStop', 'DontStop'],
  ['Größe Ändern', 'größe ändern', 'größe-ändern', 'größe_ändern', 'größeÄndern', 'GrößeÄndern'],
  ['ночной Город', 'ночной город', 'ночной-город', 'ночной_город', 'ночнойГород', 'НочнойГород'],
  ['日本 語', '日本 語', '日本-語', '日本_語', '日本語', '日本語'],
  [
    '👩‍👩‍👧‍👦 Family 🏴󠁧󠁢󠁥󠁮󠁧󠁿',
    '👩‍👩‍👧‍👦 family 🏴󠁧󠁢󠁥󠁮󠁧󠁿',
    '👩‍👩‍👧‍👦-family-🏴󠁧󠁢󠁥󠁮󠁧󠁿',
    '👩‍👩‍👧‍👦_family_🏴󠁧󠁢󠁥󠁮󠁧󠁿',
    '👩‍👩‍👧‍👦Family🏴󠁧󠁢󠁥󠁮󠁧󠁿',
    '👩‍👩‍👧‍👦Family🏴󠁧󠁢󠁥󠁮󠁧󠁿',
  ],
  ['#️⃣ 1️⃣ 👩🏽‍💻', '#️⃣ 1️⃣ 👩🏽‍💻', '#️⃣-1️⃣-👩🏽‍💻', '#️⃣_1️⃣_👩🏽‍💻', '#️⃣1️⃣👩🏽‍💻', '#️⃣1️⃣👩🏽‍💻'],
  ['—', '—', '', '', '', ''],
])('%s in every style', (value, lower, kebab, snake, camel, pascal) => {
  const styles = ['as-is', 'lower', 'kebab', 'snake', 'camel', 'pascal'] as const
  expect(styles.map((style) => inCase(value, style))).toEqual([value, lower, kebab, snake, camel, pascal])
})
