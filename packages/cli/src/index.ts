/** The `banyan` command: one file for each sub-command in `commands/`. Everything that it prints goes through `terminal.ts`. */
export { runCli } from './run-cli.ts'
