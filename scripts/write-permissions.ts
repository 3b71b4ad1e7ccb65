// Writes docs/permissions.md from the roles and the operations in the code.
import { writeFileSync } from 'node:fs';
import { listOperations } from '../src/server/http/contract.ts';
import { printPermissions } from '../src/text/print-permissions.ts';

writeFileSync('docs/permissions.md', printPermissions(listOperations()));
