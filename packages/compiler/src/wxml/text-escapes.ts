/** Everything in a template that is not plain text, and after it the escapes in plain text. */
const parts =
  /<!--[\s\S]*?(?:-->|$)|<wxs\b[\s\S]*?(?:\/>|<\/wxs>)|<\/?[a-zA-Z](?:"[^"]*"|'[^']*'|[^>"'])*>|\{\{[\s\S]*?\}\}|\\[nt]/g

/** `\n` and `\t` in the text of a template are a line break and a tab, as in WeChat; in data they are what they are. */
export function readTextEscapes(text: string): string {
  if (!text.includes('\\')) return text
  return text.replace(parts, (part) => (part === '\\n' ? '&#10;' : part === '\\t' ? '&#9;' : part))
}
