/** A small value that a JSON schema accepts, so that tests can call operations that they have never heard of. */
import { z } from 'zod'

const schemaShape = z.looseObject({
  $ref: z.string().optional(),
  type: z.union([z.string(), z.array(z.string())]).optional(),
  enum: z.array(z.unknown()).optional(),
  const: z.unknown().optional(),
  default: z.unknown().optional(),
  anyOf: z.array(z.unknown()).optional(),
  oneOf: z.array(z.unknown()).optional(),
  allOf: z.array(z.unknown()).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).optional(),
  items: z.unknown().optional(),
  minItems: z.number().optional(),
  minLength: z.number().optional(),
  minimum: z.number().optional(),
  exclusiveMinimum: z.number().optional(),
  format: z.string().optional(),
  pattern: z.string().optional(),
})

const byFormat: Readonly<Record<string, string>> = {
  email: 'sample@example.com',
  uri: 'https://example.com',
  'date-time': '2030-01-01T00:00:00.000Z',
  date: '2030-01-01',
  time: '12:00:00',
  uuid: '00000000-0000-4000-8000-000000000000',
}
/** Tried in turn where a schema wants a pattern. */
const candidates = [
  'sample',
  '1',
  '1.0.0',
  '12345',
  '123456',
  'https://example.com',
  '+8613800000000',
  'a'.repeat(32),
  'a'.repeat(43),
  'a'.repeat(64),
  'sample.name',
  '22:00',
  'en',
]

export function sampleValue(schema: unknown, components: Readonly<Record<string, unknown>>): unknown {
  const shape = schemaShape.parse(schema ?? {})
  if (shape.$ref !== undefined) return sampleValue(components[shape.$ref.split('/').at(-1) ?? ''], components)
  if (shape.const !== undefined) return shape.const
  if (shape.enum) return shape.enum[0]
  const alternative = (shape.anyOf ?? shape.oneOf)?.[0]
  if (alternative !== undefined) return sampleValue(alternative, components)
  if (shape.allOf) return Object.assign({}, ...shape.allOf.map((each) => sampleValue(each, components)))
  const type = Array.isArray(shape.type) ? shape.type[0] : shape.type
  switch (type) {
    case 'object':
      return Object.fromEntries(
        (shape.required ?? []).map((name) => [name, sampleValue(shape.properties?.[name], components)]),
      )
    case 'array':
      return Array.from({ length: shape.minItems ?? 0 }, () => sampleValue(shape.items, components))
    case 'integer':
    case 'number':
      return Math.max(shape.minimum ?? 0, shape.exclusiveMinimum === undefined ? 0 : shape.exclusiveMinimum + 1)
    case 'boolean':
      return false
    case 'string':
      return sampleText(shape)
    default:
      return null
  }
}

function sampleText({ format, pattern, minLength }: z.infer<typeof schemaShape>): string {
  const known = byFormat[format ?? '']
  if (known !== undefined) return known
  const fits = (text: string): boolean =>
    text.length >= (minLength ?? 0) && (!pattern || new RegExp(pattern, 'u').test(text))
  return candidates.find(fits) ?? 'sample'.padEnd(minLength ?? 6, 'x')
}
