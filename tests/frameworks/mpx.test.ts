/** An mpx app, built here with the framework's plugin for webpack. */
import { buildFrameworkApp, runTool } from '../support/framework-app.ts'
import { testNotesApp } from '../support/notes-app.ts'

const mpx = '2.10.20'
const build = `
require('webpack')(require('./webpack.config.js'), (error, stats) => {
  if (error || stats.hasErrors()) throw error ?? new Error(stats.toString({ all: false, errors: true }))
})
`

testNotesApp(() =>
  buildFrameworkApp({
    name: 'mpx',
    dependencies: {
      '@babel/core': '7.28.4',
      '@babel/plugin-transform-runtime': '7.28.3',
      '@babel/preset-env': '7.28.3',
      '@babel/runtime': '7.28.4',
      '@mpxjs/api-proxy': mpx,
      '@mpxjs/core': mpx,
      '@mpxjs/store': mpx,
      '@mpxjs/utils': mpx,
      '@mpxjs/webpack-plugin': mpx,
      'babel-loader': '9.2.1',
      vue: '2.7.16',
      webpack: '5.91.0',
    },
    output: 'dist',
    recipe: build,
    build: (folder) => runTool(folder, ['-e', build]),
  }),
)
