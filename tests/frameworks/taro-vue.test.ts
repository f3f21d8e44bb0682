/** A Taro 4 Vue 3 app, built here by the framework's own command. */
import { join } from 'node:path'
import { buildFrameworkApp, runTool } from '../support/framework-app.ts'
import { testNotesApp } from '../support/notes-app.ts'

const taro = '4.2.0'

testNotesApp(() =>
  buildFrameworkApp({
    name: 'taro-vue',
    dependencies: {
      '@babel/core': '7.28.4',
      '@babel/plugin-transform-class-properties': '7.25.9',
      '@babel/runtime': '7.28.4',
      '@tarojs/cli': taro,
      '@tarojs/components': taro,
      '@tarojs/helper': taro,
      '@tarojs/plugin-framework-vue3': taro,
      '@tarojs/plugin-platform-weapp': taro,
      '@tarojs/runtime': taro,
      '@tarojs/shared': taro,
      '@tarojs/taro': taro,
      '@tarojs/vite-runner': taro,
      '@vitejs/plugin-vue': '5.2.4',
      '@vitejs/plugin-vue-jsx': '3.1.0',
      'babel-preset-taro': taro,
      pinia: '2.1.7',
      postcss: '8.5.6',
      terser: '5.44.0',
      vite: '4.5.14',
      vue: '3.4.21',
    },
    output: 'dist',
    build: (folder) =>
      runTool(folder, [join('node_modules', '@tarojs', 'cli', 'bin', 'taro'), 'build', '--type', 'weapp']),
  }),
)
