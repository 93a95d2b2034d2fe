import figmaPlugin from '@figma/eslint-plugin-figma-plugins'
import { parser } from 'typescript-eslint'

// Biome lints and formats everything; ESLint is here only for Figma's own rules, which need types.
export default [
  {
    files: ['src/code/**/*.ts'],
    languageOptions: { parser, parserOptions: { projectService: true } },
    plugins: { '@figma/figma-plugins': figmaPlugin },
    rules: figmaPlugin.configs.recommended.rules,
  },
]
