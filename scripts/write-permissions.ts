// Writes docs/permissions.md from the roles and the operations in the code.
import { writeFileSync } from 'node:fs';
import { printPermissions } from '../src/text/print-permissions.ts';

writeFileSync('docs/permissions.md', printPermissions());
