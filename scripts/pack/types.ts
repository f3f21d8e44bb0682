/** Declarations of a published package: those of its door and all that they reach, from what `tsc -b` has written. */
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { sourceFile } from './bundle.ts'

const imported = /(?<=(?:from |import\()')(?:\.{1,2}\/|@banyan\/)[^']+(?=')/g

/** Returns the path of the door's declarations inside `outdir`. */
export async function writeTypes(packageName: string, outdir: string): Promise<string> {
  const seen = new Set<string>()
  const door = `${packageName}/index.d.ts`
  const queue = [door]
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (seen.has(file)) continue
    seen.add(file)
    const from = dirname(file)
    const text = await readFile(sourceFile(`.tsbuild/${file}`), 'utf8')
    const written = text.replace(/\n\/\/# sourceMappingURL=.*/, '').replace(imported, (specifier) => {
      const target = targetOf(specifier, from)
      queue.push(target)
      const path = relative(from, target).replace(/\.d\.ts$/, '.js')
      return path.startsWith('.') ? path : `./${path}`
    })
    const target = join(outdir, file)
    await mkdir(dirname(target), { recursive: true })
    await writeFile(target, written)
  }
  return door
}

function targetOf(specifier: string, from: string): string {
  if (specifier.startsWith('.')) return join(from, specifier).replace(/\.ts$/, '.d.ts')
  const [, name = '', ...path] = specifier.split('/')
  return `${name}/${path.length === 0 ? 'index' : path.join('/')}.d.ts`
}

/** The licence goes with each package. */
export async function writeLicence(outdir: string): Promise<void> {
  await cp(sourceFile('LICENSE'), join(outdir, 'LICENSE'))
}
