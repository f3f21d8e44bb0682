import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cp, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)
const taro = '4.2.1'

/** The template's own dependencies for one platform, without its linters; `ajv` is a peer that webpack's plugins forget to name. */
const dependencies = {
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
  ajv: '8.17.1',
  'babel-preset-taro': taro,
  postcss: '8.5.6',
  react: '18.3.1',
  'react-dom': '18.3.1',
  'react-refresh': '0.14.2',
  webpack: '5.91.0',
}

/** Asks the framework's own command for its own template, with the answers that a person would choose. */
const createScript = `
const Project = require('@tarojs/cli/dist/create/project').default
new Project({
  projectName: 'template', projectDir: process.cwd(), npm: 'Npm', templateSource: 'default-template', template: 'default',
  description: '', typescript: false, buildEs5: false, framework: 'React', compiler: 'Webpack5', css: 'None', autoInstall: false,
  hideDefaultTemplate: true,
}).create()
`

/** The template's page says hello; to show that it lives, it also counts. */
const page = `
import { useState } from 'react'
import { Button, Text, View } from '@tarojs/components'
import { useLoad } from '@tarojs/taro'
import './index.css'

export default function Index () {
  const [taps, setTaps] = useState([])
  const [loaded, setLoaded] = useState(false)
  useLoad(() => setLoaded(true))
  return (
    <View className='index'>
      <Text>Hello world!</Text>
      {loaded && <Text>Loaded.</Text>}
      <Button className='add' onClick={() => setTaps([...taps, taps.length + 1])}>Add</Button>
      {taps.length > 0 && <Button className='remove' onClick={() => setTaps(taps.slice(1))}>Remove</Button>}
      {taps.map((tap) => <View key={tap} className='tap'>tap {tap}</View>)}
    </View>
  )
}
`

/** Builds the app once for each set of versions and returns the folder of its mini-program. */
export async function buildTaroApp(): Promise<string> {
  const recipe = JSON.stringify([dependencies, createScript, page])
  const key = createHash('sha256').update(recipe).digest('hex').slice(0, 12)
  const cache = fileURLToPath(new URL('../../node_modules/.cache/banyan/', import.meta.url))
  const folder = join(cache, `taro-${taro}-${key}`)
  if (await exists(join(folder, 'app.json'))) return folder

  // Outside every `node_modules`: the framework does not compile what lies in one.
  const work = await mkdtemp(join(tmpdir(), 'banyan-taro-'))
  try {
    await writeFile(join(work, 'package.json'), JSON.stringify({ private: true, dependencies }, null, 2))
    await run('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock'], { cwd: work })
    await run(process.execPath, ['-e', createScript], { cwd: work })
    await rm(join(work, 'template', 'package.json'))
    await cp(join(work, 'template'), work, { recursive: true })
    const config = join(work, 'config', 'index.js')
    await writeFile(config, (await readFile(config, 'utf8')).replace(/plugins: \[[^\]]*\]/, 'plugins: []'))
    await writeFile(join(work, 'src', 'pages', 'index', 'index.jsx'), page)
    const bin = join('node_modules', '@tarojs', 'cli', 'bin', 'taro')
    await run(process.execPath, [bin, 'build', '--type', 'weapp'], {
      cwd: work,
      env: { ...process.env, NODE_ENV: 'production' },
    })
    // The build alone is kept, and put in its place in one step: half a build is never taken for a whole one.
    const copy = `${folder}.${process.pid}`
    await cp(join(work, 'dist'), copy, { recursive: true })
    await rename(copy, folder)
  } finally {
    await rm(work, { recursive: true, force: true })
  }
  return folder
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined
}
