/** A uni-app Vue 3 app, built here by the framework's own command. */
import { join } from 'node:path'
import { buildFrameworkApp, runTool } from '../support/framework-app.ts'
import { testNotesApp } from '../support/notes-app.ts'

const uni = '3.0.0-5000720260410001'

testNotesApp(() =>
  buildFrameworkApp({
    name: 'uni-app',
    dependencies: {
      '@dcloudio/uni-app': uni,
      '@dcloudio/uni-cli-shared': uni,
      '@dcloudio/uni-components': uni,
      '@dcloudio/uni-mp-weixin': uni,
      '@dcloudio/vite-plugin-uni': uni,
      pinia: '2.1.7',
      vite: '5.2.8',
      vue: '3.4.21',
      'vue-i18n': '9.14.5',
    },
    output: join('dist', 'build', 'mp-weixin'),
    build: (folder) =>
      runTool(folder, [
        join('node_modules', '@dcloudio', 'vite-plugin-uni', 'bin', 'uni.js'),
        'build',
        '-p',
        'mp-weixin',
      ]),
  }),
)
