/** A failure that its reader can put right: printed as it is, without a stack. */
export class SetupError extends Error {}

/**
 * Progress goes to the error stream: the output belongs to the command that is being set up for.
 *
 * @param {string} text
 */
export function say(text) {
  console.error(`banyan: ${text}`)
}

/**
 * Runs a command's main function; ends the process with 1 and one message when the set-up fails.
 *
 * @param {() => Promise<void>} main
 */
export async function speakFor(main) {
  try {
    await main()
  } catch (error) {
    if (!(error instanceof SetupError)) throw error
    console.error(`banyan: ${error.message}`)
    process.exitCode = 1
  }
}
