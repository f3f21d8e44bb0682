import { stripVTControlCharacters, styleText } from 'node:util'

type Style = Parameters<typeof styleText>[0]

/**
 * Results go to standard output, everything said on the way to standard error; so `--json` and pipes stay clean.
 */
export interface Terminal {
  /** A line of the result. */
  print(line?: string): void
  /** The result for programs: one JSON document. */
  printJson(value: unknown): void
  /** A line for the person who watches. */
  note(line?: string): void
  /** What is going on now; the next line replaces it on a screen. */
  progress(text: string): void
  /** Colours text where colours are wanted. */
  style(style: Style, text: string): string
  /** Nothing but results from now on. */
  beQuiet(): void
}

export interface TerminalStreams {
  out: NodeJS.WriteStream
  err: NodeJS.WriteStream
}

export function createTerminal(streams: TerminalStreams): Terminal {
  let isQuiet = false
  let hasProgress = false

  function clearProgress(): void {
    if (hasProgress) streams.err.write('\r\u001b[K')
    hasProgress = false
  }

  function write(stream: NodeJS.WriteStream, line: string): void {
    clearProgress()
    stream.write(`${stream.isTTY ? line : stripVTControlCharacters(line)}\n`)
  }

  return {
    print: (line = '') => write(streams.out, line),
    printJson: (value) => write(streams.out, JSON.stringify(value, null, 2)),
    note(line = '') {
      if (!isQuiet) write(streams.err, line)
    },
    progress(text) {
      if (isQuiet) return
      if (!streams.err.isTTY) {
        streams.err.write(`${text}\n`)
        return
      }
      clearProgress()
      streams.err.write(text)
      hasProgress = true
    },
    style: (style, text) => styleText(style, text, { stream: streams.err }),
    beQuiet() {
      isQuiet = true
    },
  }
}
