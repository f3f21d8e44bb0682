import { defineConfig } from '@tarojs/cli'

export default defineConfig({
  projectName: 'habits',
  date: '2026-1-1',
  designWidth: 750,
  deviceRatio: { 640: 2.34 / 2, 750: 1, 375: 2, 828: 1.81 / 2 },
  sourceRoot: 'src',
  outputRoot: 'dist',
  plugins: [],
  framework: 'vue3',
  compiler: 'vite',
  mini: { postcss: { pxtransform: { enable: true, config: {} } } },
})
