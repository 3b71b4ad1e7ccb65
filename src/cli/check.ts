import { checkPublished } from '../domain/par-index/published/check.ts';
import { readPublished } from '../domain/par-index/published/published.ts';
import { published as en } from '../text/en/published.ts';
import { printCheck } from '../text/print-check.ts';
import { printFinding } from '../text/print-finding.ts';
import { published as vi } from '../text/vi/published.ts';
import { type Command, parse, readDocument, UsageError } from './command.ts';

/** `minhchung check FILE [--json]`: 0 when the published figures agree, 1 when they do not. */
export const command: Command = async (args, language) => {
  const { values, positionals } = parse(args, { json: { type: 'boolean' } });
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) throw new UsageError({ vi, en }[language].usage);
  const { value, faults } = readDocument(file);
  const published = readPublished(value, faults);
  const checked = checkPublished(published);
  process.stdout.write(
    values.json
      ? `${JSON.stringify({ findings: checked.findings.map((finding) => printFinding(finding, language)) }, null, 2)}\n`
      : printCheck(published, checked, language),
  );
  return checked.findings.length > 0 ? 1 : 0;
};
