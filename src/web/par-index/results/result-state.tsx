import type { ResultHead } from '../../../domain/par-index/campaign/result.ts';
import { dayOf } from '../../../text/instants.ts';
import { printDate, printNumber } from '../../../text/numbers.ts';
import { useLanguage } from '../../ui/language.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import styles from './results.module.css';

/** Whether the results stand for good, how many units they cover, and what is not shown. */
export function ResultState({ head }: { readonly head: ResultHead }) {
  const { text, language } = useLanguage();
  const { parIndex } = text;
  const number = (count: number) => printNumber(`${count}`, language);
  return (
    <div className={styles.state}>
      {head.published ? (
        <StatusMark
          meaning="safe"
          word={
            head.publishedAt === null
              ? parIndex.published
              : parIndex.publishedOn(printDate(dayOf(head.publishedAt)))
          }
        />
      ) : (
        <>
          <StatusMark meaning="plain" word={parIndex.provisional} />
          <span>{parIndex.provisionalMore}</span>
        </>
      )}
      <span>{parIndex.unitsJudged(number(head.units), number(head.rankedUnits))}</span>
      {!head.whole && <span>{parIndex.ownOnly}</span>}
    </div>
  );
}
