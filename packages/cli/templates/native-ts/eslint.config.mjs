import js from '@eslint/js'
import globals from 'globals'
import ts from 'typescript-eslint'

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
  ...ts.configs.recommended,
  { files: ['miniprogram/**'], languageOptions: { globals: miniProgram } },
  { files: ['tests/**', 'e2e/**', '*.mjs'], languageOptions: { globals: { ...globals.node, document: 'readonly' } } },
  { files: ['miniprogram/**/*.ts'], rules: { '@typescript-eslint/no-empty-object-type': 'off' } },
]
