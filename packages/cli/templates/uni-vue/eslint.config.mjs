import js from '@eslint/js'
import vue from 'eslint-plugin-vue'
import globals from 'globals'

export default [
  { ignores: ['dist/'] },
  js.configs.recommended,
  ...vue.configs['flat/recommended'],
  { files: ['src/**'], languageOptions: { globals: { uni: 'readonly' } } },
  // 页面按框架的约定命名，排版交给 Prettier。
  {
    files: ['**/*.vue'],
    rules: {
      'vue/multi-word-component-names': 'off',
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/html-self-closing': 'off',
    },
  },
  { files: ['*.config.js'], languageOptions: { globals: globals.commonjs } },
  { files: ['tests/**', 'e2e/**'], languageOptions: { globals: { ...globals.node, document: 'readonly' } } },
]
