/** A page that is just going somewhere itself can break off the way to another one: then there is one more try. */
export async function onceMoreIfInterrupted(go: () => Promise<unknown>): Promise<void> {
  try {
    await go()
  } catch (error) {
    if (!/ERR_ABORTED|NS_BINDING_ABORTED/.test(String(error))) throw error
    await go()
  }
}
