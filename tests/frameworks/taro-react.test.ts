/** A Taro 4 React app, built here by the framework's own command. */
import { join } from 'node:path'
import { buildFrameworkApp, runTool } from '../support/framework-app.ts'
import { testNotesApp } from '../support/notes-app.ts'

const taro = '4.2.1'

testNotesApp(() =>
  buildFrameworkApp({
    name: 'taro-react',
    dependencies: {
      '@babel/core': '7.28.4',
      '@babel/plugin-transform-class-properties': '7.25.9',
      '@babel/preset-react': '7.27.1',
      '@babel/runtime': '7.28.4',
      '@pmmmwh/react-refresh-webpack-plugin': '0.5.17',
      '@tarojs/cli': taro,
      '@tarojs/components': taro,
      '@tarojs/helper': taro,
      '@tarojs/plugin-framework-react': taro,
      '@tarojs/plugin-platform-weapp': taro,
      '@tarojs/react': taro,
      '@tarojs/runtime': taro,
      '@tarojs/shared': taro,
      '@tarojs/taro': taro,
      '@tarojs/taro-loader': taro,
      '@tarojs/webpack5-runner': taro,
      // A peer that webpack's plugins forget to name.
      ajv: '8.17.1',
      'babel-preset-taro': taro,
      postcss: '8.5.6',
      react: '18.3.1',
      'react-dom': '18.3.1',
      'react-refresh': '0.14.2',
      webpack: '5.91.0',
    },
    output: 'dist',
    build: (folder) =>
      runTool(folder, [join('node_modules', '@tarojs', 'cli', 'bin', 'taro'), 'build', '--type', 'weapp']),
  }),
)
