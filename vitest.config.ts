import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
    environment: 'node',
    // Modules keep nothing of what a test does, so that files may share them: loading them anew took half of a run.
    isolate: false,
    globalSetup: ['tests/database.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
