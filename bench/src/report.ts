/** Turns one run's figures into `RESULTS.md`. */
import { cpus, loadavg } from 'node:os'
import type { CompileResult } from './compile.ts'
import type { EditResult } from './edits.ts'
import type { LaunchResult } from './launch.ts'
import { operationNames } from './rows.ts'
import { atMost, type Floor, type Section } from './section.ts'
import type { PartSize } from './sizes.ts'
import { describeRange as range, type Summary } from './statistics.ts'

export interface Measurements {
  readonly runs: number
  readonly start: { readonly firstMs: number; readonly secondMs: number }
  readonly compile: readonly CompileResult[]
  readonly edits: readonly EditResult[]
  readonly sizes: readonly PartSize[]
  /** Of the subjects: ours first, then Vue and the document by hand. The lists of rows are in the same order. */
  readonly names: readonly string[]
  /** Of the first three. */
  readonly launch: readonly LaunchResult[]
  readonly navigation: readonly Summary[]
  readonly rows: readonly ReadonlyMap<string, Summary>[]
  readonly components: readonly ReadonlyMap<string, Summary>[]
  readonly hosts: readonly ReadonlyMap<string, Summary>[]
  readonly sections: readonly Section[]
}

export function writeReport(measurements: Measurements): { text: string; isBelowFloors: boolean } {
  const { runs, start, compile, edits, sizes, names, launch, navigation } = measurements
  const floors = [...judgeFloors(measurements), ...measurements.sections.flatMap((section) => section.floors)]
  const columnsOf = (shown: readonly string[]) => ['', ...shown, ...shown.slice(1).map((name) => `Banyan / ${name}`)]
  const columns = columnsOf(names)
  const launched = names.slice(0, launch.length)
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
    tableOfFloors(floors),
    '## Launch and navigation',
    'Launch: from the start of the navigation, with an empty cache, to the frame that shows the first page: first its content, which comes with the HTML as a snapshot drawn when the app was built, then the page that reacts. Navigation: from the finger leaving the glass to the frame that shows the next page.',
    table(columnsOf(launched), [
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
        ...launched.slice(1).map(() => ''),
      ],
      ['requests', ...launch.map(({ requestCount }) => String(requestCount)), ...launched.slice(1).map(() => '')],
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
    ...measurements.sections.flatMap(describeSection),
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

/** As `--only` prints one, too. */
export function describeSection({ title, note, head, rows }: Section): string[] {
  return [`## ${title}`, note, table(head, rows)]
}

export function tableOfFloors(floors: readonly Floor[]): string {
  const lines = floors.map(({ name, measured, floor, holds }) => [name, measured, floor, holds ? 'holds' : 'MISSED'])
  return table(['', 'measured', 'floor', ''], lines)
}

function judgeFloors({ rows, components, hosts, launch, sizes, start }: Measurements): Floor[] {
  const ratio = (measured: readonly ReadonlyMap<string, Summary>[], operation: string, control: number) =>
    (measured[0]?.get(operation)?.median ?? Number.NaN) / (measured[control]?.get(operation)?.median ?? Number.NaN)
  const times = (limit: number) => ({ limit, unit: 'x' })
  return [
    atMost('component rows, create 1000, against Vue 3', ratio(components, 'create 1000', 1), times(1.2)),
    atMost('component rows with hosts, create 1000, against Vue 3', ratio(hosts, 'create 1000', 1), times(1.2)),
    ...['update every 10th', 'choose', 'swap', 'remove'].map((operation) =>
      atMost(`component rows, ${operation}, against Vue 3`, ratio(components, operation, 1), times(1)),
    ),
    ...operationNames.map((operation) =>
      atMost(`plain rows, ${operation}, against DOM by hand`, ratio(rows, operation, 2), times(1.3)),
    ),
    atMost('runtime for a launch, brotli', launchBytes(sizes) / 1024, { limit: 60, unit: 'KB' }),
    atMost('launch to the first content of the page', launch[0]?.paintedMs.median ?? Number.NaN, {
      limit: 300,
      unit: 'ms',
    }),
    atMost('launch until the page reacts', launch[0]?.usableMs.median ?? Number.NaN, { limit: 300, unit: 'ms' }),
    atMost('second `npm start`', start.secondMs / 1000, { limit: 5, unit: 's' }),
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
