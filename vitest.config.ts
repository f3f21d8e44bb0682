import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

// A shared machine may stall a browser for seconds: one more try there, so that only what fails twice stops a change. At the desk every failure shows.
const retry = process.env['CI'] === undefined ? 0 : 1

const dataFolders = 'packages/server/src/testing/data-folder-setup.ts'

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          globalSetup: dataFolders,
          include: ['packages/**/*.test.ts', 'scripts/**/*.test.ts', 'miniprograms/**/*.test.ts'],
          exclude: ['**/node_modules/**', '**/templates/**'],
          retry,
          testTimeout: 30_000,
          expect: { poll: { timeout: 10_000 } },
          hookTimeout: 60_000,
          // Most of them wait: for a database, a browser, a clock. One for each core, which the default leaves free for somebody else.
          maxWorkers: availableParallelism(),
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'e2e',
          globalSetup: dataFolders,
          include: ['tests/**/*.test.ts', 'conformance/run/*.test.ts'],
          exclude: ['**/node_modules/**', 'tests/frameworks/**'],
          retry,
          testTimeout: 180_000,
          expect: { poll: { timeout: 30_000 } },
          hookTimeout: 180_000,
          // A journey alone leaves a core idle half of the time; more than two at once only wait for each other.
          maxWorkers: Math.min(2, availableParallelism()),
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          // Each installs a framework of hundreds of packages: `npm run conformance -- --frameworks`, not `npm test`.
          name: 'frameworks',
          include: ['tests/frameworks/*.test.ts'],
          retry,
          testTimeout: 60_000,
          fileParallelism: false,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
})
