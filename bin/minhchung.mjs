#!/usr/bin/env node
// Runs the command line on the Node 24 that the project brings, whichever Node started this file.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import * as nodeModule from 'node:module';
import { fileURLToPath } from 'node:url';

const main = new URL('../src/cli/main.ts', import.meta.url);
// What was read and stripped of types once is not read again: the second start takes half the time.
const cache = fileURLToPath(new URL('../node_modules/.cache/minhchung', import.meta.url));
const own = fileURLToPath(new URL('../node_modules/node/bin/node', import.meta.url));

if (Number(process.versions.node.split('.')[0]) >= 24) {
  nodeModule.enableCompileCache(cache);
  await import(main.href);
} else if (existsSync(own)) {
  const { status } = spawnSync(own, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
} else {
  console.error('Chưa cài đặt. Hãy chạy: npm ci');
  process.exitCode = 1;
}
