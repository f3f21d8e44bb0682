import js from '@eslint/js'
import reactHooks from 'eslint-plugin-react-hooks'
import globals from 'globals'

export default [
  { ignores: ['dist/'] },
  js.configs.recommended,
  reactHooks.configs.flat.recommended,
  {
    files: ['src/**'],
    languageOptions: {
      parserOptions: { ecmaFeatures: { jsx: true } },
      globals: { defineAppConfig: 'readonly', definePageConfig: 'readonly' },
    },
  },
  { files: ['*.config.js'], languageOptions: { globals: globals.commonjs } },
  { files: ['tests/**', 'e2e/**'], languageOptions: { globals: { ...globals.node, document: 'readonly' } } },
]
