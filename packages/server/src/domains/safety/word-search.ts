/** Finds all words of a list in a text in one pass, however long the list is (Aho and Corasick, 1975). */

interface Node<T> {
  next: Map<string, Node<T>>
  /** Where to go on when no child fits: the longest end of this path that begins another word. */
  fail: Node<T> | undefined
  found: T[]
}

export type WordSearch<T> = (text: string) => T[]

/** Each hit is given once. Width, case, spaces and marks between the letters make no difference. */
export function createWordSearch<T extends { text: string }>(words: readonly T[]): WordSearch<T> {
  const root = newNode<T>()
  for (const word of words) {
    let node = root
    for (const letter of lettersOf(word.text)) node = childOf(node, letter)
    if (node !== root) node.found.push(word)
  }
  linkFailures(root)
  return (text) => {
    const hits = new Set<T>()
    let node = root
    for (const letter of lettersOf(text)) {
      let at: Node<T> | undefined = node
      while (at && !at.next.has(letter)) at = at.fail
      node = at?.next.get(letter) ?? root
      for (const hit of node.found) hits.add(hit)
    }
    return [...hits]
  }
}

function lettersOf(text: string): string[] {
  return Array.from(
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, ''),
  )
}

function newNode<T>(): Node<T> {
  return { next: new Map(), fail: undefined, found: [] }
}

function childOf<T>(node: Node<T>, letter: string): Node<T> {
  const known = node.next.get(letter)
  if (known) return known
  const made = newNode<T>()
  node.next.set(letter, made)
  return made
}

/** Breadth first, so that shorter paths know their failures before longer ones ask. */
function linkFailures<T>(root: Node<T>): void {
  const queue: Node<T>[] = []
  for (const child of root.next.values()) {
    child.fail = root
    queue.push(child)
  }
  for (let node = queue.shift(); node; node = queue.shift()) {
    for (const [letter, child] of node.next) {
      let fail = node.fail
      while (fail && !fail.next.has(letter)) fail = fail.fail
      child.fail = fail?.next.get(letter) ?? root
      child.found.push(...child.fail.found)
      queue.push(child)
    }
  }
}
