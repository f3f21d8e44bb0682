import type { Command } from 'commander'
import type { Locale } from './environment.ts'

const titles: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
}

/** Commander writes English around our texts; in Chinese its titles and standard descriptions are replaced. */
export function localiseHelp(program: Command, locale: Locale): void {
  if (locale === 'en') return
  for (const command of [program, ...program.commands]) {
    command.configureHelp({ styleTitle: (title) => titles[title] ?? title })
    command.helpOption('-h, --help', '显示帮助')
  }
  program.helpCommand('help [command]', '显示某个命令的帮助')
  const version = program.options.find((option) => option.long === '--version')
  if (version) version.description = '显示版本号'
}
