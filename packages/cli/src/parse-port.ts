import { InvalidArgumentError } from 'commander'

/** For options that take a port; `message` says what one is. */
export function parsePort(value: string, message: string): number {
  const port = Number(value)
  if (value.trim() === '' || !Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new InvalidArgumentError(message)
  }
  return port
}
