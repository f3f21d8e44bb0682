/** A `multipart/form-data` body. Written here, because Safari cannot read back the bytes of a `FormData` with a file in it. */
export interface Multipart {
  readonly contentType: string
  readonly body: Blob
}

export function multipart(
  fields: readonly (readonly [name: string, value: string])[],
  { name, fileName, file }: { name: string; fileName: string; file: Blob },
): Multipart {
  const random = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0'))
  const boundary = `----banyan${random.join('')}`
  const texts = fields.map(
    ([field, value]) =>
      `--${boundary}\r\nContent-Disposition: form-data; name="${escaped(field)}"\r\n\r\n${lineEnds(value)}\r\n`,
  )
  const type = file.type === '' ? 'application/octet-stream' : file.type
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="${escaped(name)}"; filename="${escaped(fileName)}"\r\nContent-Type: ${type}\r\n\r\n`
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    body: new Blob([...texts, head, file, `\r\n--${boundary}--\r\n`]),
  }
}

/** As browsers write names of fields and files. */
function escaped(text: string): string {
  return lineEnds(text).replaceAll('\r', '%0D').replaceAll('\n', '%0A').replaceAll('"', '%22')
}

function lineEnds(text: string): string {
  return text.replace(/\r\n?|\n/g, '\r\n')
}
