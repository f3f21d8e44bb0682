import js from '@eslint/js'
import globals from 'globals'

const miniProgram = {
  wx: 'readonly',
  App: 'readonly',
  Page: 'readonly',
  Component: 'readonly',
  getApp: 'readonly',
  getCurrentPages: 'readonly',
}

export default [
  { ignores: ['dist/', '**/miniprogram_npm/'] },
  js.configs.recommended,
  {
    files: ['miniprogram/**'],
    languageOptions: { globals: { ...miniProgram, console: 'readonly', setTimeout: 'readonly' } },
  },
  { files: ['tests/**', 'e2e/**', '*.mjs'], languageOptions: { globals: { ...globals.node, document: 'readonly' } } },
]
