import type { Checked } from '../domain/par-index/published/check.ts';
import type { Finding, Kind } from '../domain/par-index/published/finding.ts';
import type { Published } from '../domain/par-index/published/published.ts';
import { published as en } from './en/published.ts';
import type { Language } from './language.ts';
import { printNumber } from './numbers.ts';
import { printFinding } from './print-finding.ts';
import { published as vi } from './vi/published.ts';

type Report = (typeof vi)['report'];

const REPORTS: Record<Language, Report> = { vi: vi.report, en: en.report };

/** A check for a person to read: the table, what could be compared, each finding and what would make it agree. */
export function printCheck(published: Published, checked: Checked, language: Language): string {
  const report = REPORTS[language];
  const lines = [
    ...heading(published, report),
    comparisons(published, checked.judged, language),
    '',
    ...findings(checked.findings, language),
  ];
  return `${lines.map((line) => line.replace(/\p{Cc}/gu, ' ')).join('\n')}\n`;
}

function heading({ title, year, source }: Published, report: Report): string[] {
  return [
    report.title(title ?? report.untitled),
    ...(year === undefined ? [] : [report.year(year)]),
    ...(source === undefined ? [] : [report.source(source)]),
  ];
}

function comparisons({ units }: Published, judged: ReadonlyMap<Kind, number>, language: Language): string {
  const report = REPORTS[language];
  const given = printNumber(String(units.length), language);
  if (judged.size === 0) return report.nothingJudged(given);
  const counted = [...judged].map(
    ([kind, times]) => `${report.kinds[kind]} ${printNumber(String(times), language)}`,
  );
  return report.judged(given, counted.join('; '));
}

function findings(found: readonly Finding[], language: Language): string[] {
  const report = REPORTS[language];
  if (found.length === 0) return [report.noFindings];
  const told = found.flatMap((finding, i) => {
    const { unit, says, would_fix } = printFinding(finding, language);
    const head = `${i + 1}. ${unit ?? report.wholeTable} (${report.kinds[finding.kind]})`;
    return ['', head, `   ${says}`, `   ${report.toAgree(would_fix)}`];
  });
  return [report.findings(printNumber(String(found.length), language)), ...told];
}
