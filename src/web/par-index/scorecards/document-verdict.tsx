import { printShortPoints } from '../../../domain/kernel/number/points.ts';
import { printNumber } from '../../../text/numbers.ts';
import { useLanguage } from '../../ui/language.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { FaultsTable } from '../faults-table.tsx';
import type { ReadScorecard } from './read-document.ts';

type DocumentVerdictProps = { readonly read: ReadScorecard; readonly document: string };

/** What came of reading a document: its size when it is clean, else every fault. */
export function DocumentVerdict({ read, document }: DocumentVerdictProps) {
  const { text, language } = useLanguage();
  if (read.scorecard === undefined) return <FaultsTable faults={read.faults} document={document} />;
  const { nodes, total, name } = read.scorecard;
  const leaves = nodes.filter(({ type }) => type === 'leaf').length;
  const points = printNumber(printShortPoints(total), language);
  return (
    <div role="status">
      <p>{name}</p>
      <StatusMark meaning="safe" word={text.parIndex.documentFine(`${leaves}`, points)} />
    </div>
  );
}
