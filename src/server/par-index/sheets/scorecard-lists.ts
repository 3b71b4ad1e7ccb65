import type { Readable } from 'node:stream';
import { printShortPoints } from '../../../domain/kernel/number/points.ts';
import type { ScorecardLine } from '../../../domain/par-index/campaign/scorecard-record.ts';
import type { ScorecardChange } from '../../../domain/par-index/scorecard/compare.ts';
import type { Scorecard } from '../../../domain/par-index/scorecard/scorecard.ts';
import { ruleSentence as ruleEn } from '../../../text/en/rules.ts';
import type { Language } from '../../../text/language.ts';
import { printNumber } from '../../../text/numbers.ts';
import { ruleSentence as ruleVi } from '../../../text/vi/rules.ts';
import { workspaceText } from '../../../text/workspace.ts';
import { defineSheet, type RowOf } from '../../sheets/definition.ts';
import { writeSheet } from '../../sheets/write-sheet.ts';
import { scorecardOf } from '../documents.ts';

const SENTENCES = { vi: ruleVi, en: ruleEn };

function listSheet(language: Language) {
  const { parIndex, indexSheets } = workspaceText[language];
  return defineSheet({
    name: indexSheets.list,
    columns: {
      code: { kind: 'text', title: parIndex.code, width: 20 },
      name: { kind: 'text', title: parIndex.name, width: 60, wrap: true },
      year: { kind: 'decimal', title: parIndex.year, width: 8 },
      index: { kind: 'text', title: parIndex.indexKind, width: 24 },
      version: { kind: 'number', title: parIndex.version, width: 12 },
      status: { kind: 'text', title: parIndex.status, width: 16 },
      decision: { kind: 'text', title: parIndex.decision, width: 28 },
      issued: { kind: 'day', title: parIndex.decisionDay, width: 16 },
      owner: { kind: 'text', title: parIndex.keptBy, width: 36 },
      periods: { kind: 'text', title: parIndex.periodsOpen, width: 24 },
    },
  });
}

/** Every scorecard that one may read, a row each. */
export function writeScorecardList(lines: readonly ScorecardLine[], language: Language): Readable {
  const { parIndex } = workspaceText[language];
  return writeSheet(
    listSheet(language),
    lines.map((line) => ({
      code: line.code,
      name: line.name,
      year: `${line.year}`,
      index: parIndex.indexKinds[line.indexKind],
      version: line.version,
      status: parIndex.statuses[line.status],
      decision: line.decision?.number ?? null,
      issued: line.decision?.date ?? null,
      owner: line.ownerUnitName,
      periods: line.campaigns.map(({ period }) => period).join(', '),
    })),
  );
}

function comparisonSheet(language: Language) {
  const { parIndex, indexSheets } = workspaceText[language];
  return defineSheet({
    name: indexSheets.comparison,
    columns: {
      code: { kind: 'text', title: parIndex.code, width: 10 },
      name: { kind: 'text', title: parIndex.criterion, width: 44, wrap: true },
      change: { kind: 'text', title: parIndex.change, width: 10 },
      field: { kind: 'text', title: indexSheets.changedField, width: 24 },
      before: { kind: 'text', title: parIndex.before, width: 56, wrap: true },
      after: { kind: 'text', title: parIndex.after, width: 56, wrap: true },
    },
  });
}

type Row = RowOf<ReturnType<typeof comparisonSheet>['columns']>;

/** What differs from one scorecard to another, a row for each field; rules in sentences. */
export function writeComparison(
  changes: readonly ScorecardChange[],
  documents: { readonly from: string; readonly to: string },
  language: Language,
): Readable {
  const [was, is] = [scorecardOf(documents.from), scorecardOf(documents.to)];
  return writeSheet(
    comparisonSheet(language),
    changes.flatMap((change) => changeRows(change, was, is, language)),
  );
}

function changeRows(
  { code, name, change, fields }: ScorecardChange,
  was: Scorecard,
  is: Scorecard,
  language: Language,
): Row[] {
  const { parIndex } = workspaceText[language];
  const row = { code, name, change: parIndex.changes[change] };
  if (fields.length === 0) {
    const before = change === 'removed' ? sentenceOf(was, code, language) : null;
    const after = change === 'added' ? sentenceOf(is, code, language) : null;
    return [{ ...row, field: null, before, after }];
  }
  return fields.map(({ field, before, after }) => ({
    ...row,
    field: parIndex.changedFields[field],
    before: field === 'rule' ? sentenceOf(was, code, language) : before,
    after: field === 'rule' ? sentenceOf(is, code, language) : after,
  }));
}

/** How a leaf is scored; of a group nothing. */
function sentenceOf({ byCode }: Scorecard, code: string, language: Language): string | null {
  const criterion = byCode.get(code);
  if (criterion?.type !== 'leaf') return null;
  return SENTENCES[language](criterion.rule, printNumber(printShortPoints(criterion.max), language));
}
