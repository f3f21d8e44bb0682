import type { Command } from 'commander'
import type { Locale } from './environment.ts'

const titles: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
}

export interface NamedCommand {
  command: Command
  /** As it is typed: `banyan gray start`. */
  name: string
}

/** The program and all commands below it. */
export function eachCommand(program: Command, name = program.name()): readonly NamedCommand[] {
  const below = program.commands.flatMap((command) => eachCommand(command, `${name} ${command.name()}`))
  return [{ command: program, name }, ...below]
}

/** Commander writes English around our texts; in Chinese its titles and standard descriptions are replaced. */
export function localiseHelp(program: Command, locale: Locale): void {
  if (locale === 'en') return
  for (const { command } of eachCommand(program)) {
    command.configureHelp({ styleTitle: (title) => titles[title] ?? title })
    command.helpOption('-h, --help', '显示帮助')
    if (command.commands.length > 0) command.helpCommand('help [command]', '显示某个命令的帮助')
  }
  const version = program.options.find((option) => option.long === '--version')
  if (version) version.description = '显示版本号'
}
