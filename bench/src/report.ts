/** Turns one run's figures into `RESULTS.md`. */
import { cpus, loadavg } from 'node:os'
import type { CompileResult } from './compile.ts'
import type { EditResult } from './edits.ts'
import type { LaunchResult } from './launch.ts'
import { operationNames } from './rows.ts'
import type { PartSize } from './sizes.ts'
import type { Summary } from './statistics.ts'

export interface Measurements {
  readonly runs: number
  readonly start: { readonly firstMs: number; readonly secondMs: number }
  readonly compile: readonly CompileResult[]
  readonly edits: readonly EditResult[]
  readonly sizes: readonly PartSize[]
  /** Of the subjects: ours first, the Vue control second. The lists below are in the same order. */
  readonly names: readonly string[]
  readonly launch: readonly LaunchResult[]
  readonly navigation: readonly Summary[]
  readonly rows: readonly ReadonlyMap<string, Summary>[]
  readonly components: readonly ReadonlyMap<string, Summary>[]
  readonly hosts: readonly ReadonlyMap<string, Summary>[]
}

export function writeReport(measurements: Measurements): { text: string; isBelowFloors: boolean } {
  const { runs, start, compile, edits, sizes, names, launch, navigation } = measurements
  const floors = judgeFloors(measurements)
  const columns = ['', ...names, ...names.slice(1).map((name) => `Banyan / ${name}`)]
  const rowsOf = (kind: 'rows' | 'components' | 'hosts') =>
    operationNames.map((operation) =>
      compareLine(
        operation,
        measurements[kind].map((summaries) => summaries.get(operation)),
      ),
    )
  const sections = [
    '# Benchmark results',
    `Written by \`npm run bench -- --rounds ${runs}\`: all figures of one run on one machine (${cpus().length} x ${cpus()[0]?.model ?? 'unknown processor'}, load ${loadavg()[0]?.toFixed(1)} at the end, Node ${process.version}, headless Chromium, a phone's screen of 390 x 844 with touch). Times are medians of ${runs} in milliseconds with the smallest and the largest. The app is \`bench/app\`, uploaded and published to a server on the loopback interface; the controls (\`bench/controls\`) do the same work as ordinary web pages.`,
    '## Floors',
    table(
      ['', 'measured', 'floor', ''],
      floors.map(({ name, measured, floor, holds }) => [name, measured, floor, holds ? 'holds' : 'MISSED']),
    ),
    '## Launch and navigation',
    'Launch: from the start of the navigation, with an empty cache, to the frame that shows the first page: first its content, which comes with the HTML as a snapshot drawn when the app was built, then the page that reacts. Navigation: from the finger leaving the glass to the frame that shows the next page.',
    table(columns, [
      compareLine(
        'launch, first content',
        launch.map(({ paintedMs }) => paintedMs),
      ),
      compareLine(
        'launch, the page reacts',
        launch.map(({ usableMs }) => usableMs),
      ),
      compareLine('navigation', navigation),
      [
        'bytes until the page reacts',
        ...launch.map(({ transferredBytes }) => kilobytes(transferredBytes)),
        ...names.slice(1).map(() => ''),
      ],
      ['requests', ...launch.map(({ requestCount }) => String(requestCount)), ...names.slice(1).map(() => '')],
    ]),
    '## Plain rows',
    'From the finger leaving the glass to the painted frame, after three rounds of warming up.',
    table(columns, rowsOf('rows')),
    '## Component rows',
    'The same, each row a component with properties and events. Its host is virtual, so that the document is the one that the Vue control makes. By hand there are no components: that column is its plain rows once more.',
    table(columns, rowsOf('components')),
    '## Component rows with hosts',
    'Here each component has the node of its own that WeChat gives it unless it asks for none. The controls wrap each row in a `span`, so that the documents are alike again: a block in an inline element is what costs the layout more.',
    table(columns, rowsOf('hosts')),
    '## Compiler',
    'A generated app with one page for each component of the library. "Again": after an edit of one page.',
    table(
      ['', 'pages', 'first build', 'again', 'errors'],
      compile.map(({ library, pageCount, firstMs, againMs, errorCount }) => [
        library,
        String(pageCount),
        range(firstMs),
        range(againMs),
        String(errorCount),
      ]),
    ),
    '## From saving to seeing',
    'In `banyan dev`, an app with one page for each component of tdesign-miniprogram: from writing the file to the open page that shows the edit. Code starts anew, with pages and data as they were.',
    table(
      ['edit of', 'shown after'],
      edits.map(({ kind, shownMs }) => [kind, range(shownMs)]),
    ),
    '## Runtime',
    table(
      ['', 'plain', 'brotli'],
      [
        ...sizes.map(({ part, plainBytes, brotliBytes, isForLaunch }) => [
          isForLaunch ? part : `${part} (when it is needed)`,
          kilobytes(plainBytes),
          kilobytes(brotliBytes),
        ]),
        ['for a launch', '', kilobytes(launchBytes(sizes))],
      ],
    ),
    '## npm start',
    table(
      ['', 'ready after'],
      [
        ['first time: database made, demo workspace published', seconds(start.firstMs)],
        ['second time', seconds(start.secondMs)],
      ],
    ),
  ]
  return { text: `${sections.join('\n\n')}\n`, isBelowFloors: floors.some(({ holds }) => !holds) }
}

function judgeFloors({ components, hosts, launch, sizes, start }: Measurements) {
  const againstVue = (name: string, rows: readonly ReadonlyMap<string, Summary>[]) => {
    const [ours = Number.NaN, vue = Number.NaN] = rows.map((all) => all.get('create 1000')?.median ?? Number.NaN)
    return { name, measured: `${(ours / vue).toFixed(2)} x`, floor: '1.5 x', holds: ours <= vue * 1.5 }
  }
  const launchMs = launch[0]?.paintedMs.median ?? Number.NaN
  const bytes = launchBytes(sizes)
  return [
    againstVue('component rows, create 1000, against Vue 3', components),
    againstVue('component rows with hosts, create 1000, against Vue 3', hosts),
    { name: 'runtime for a launch, brotli', measured: kilobytes(bytes), floor: '90 KB', holds: bytes <= 90 * 1024 },
    {
      name: 'launch to the first content of the page',
      measured: `${launchMs.toFixed(0)} ms`,
      floor: '400 ms',
      holds: launchMs <= 400,
    },
    { name: 'second `npm start`', measured: seconds(start.secondMs), floor: '5 s', holds: start.secondMs <= 5000 },
  ]
}

function compareLine(label: string, summaries: readonly (Summary | undefined)[]): readonly string[] {
  const [ours, ...others] = summaries
  const ratios = others.map((other) => (ours && other ? `${(ours.median / other.median).toFixed(2)} x` : ''))
  return [label, ...summaries.map((summary) => (summary ? range(summary) : '')), ...ratios]
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map((_, index) => (index === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n')
}

function range({ median, min, max }: Summary): string {
  return `${median.toFixed(0)} (${min.toFixed(0)}-${max.toFixed(0)})`
}

function launchBytes(sizes: readonly PartSize[]): number {
  return sum(sizes.filter(({ isForLaunch }) => isForLaunch).map(({ brotliBytes }) => brotliBytes))
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KB`
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`
}
