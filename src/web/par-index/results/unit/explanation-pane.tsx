import { ActionIcon } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { ResultExplanation, UnitResult } from '../../../../domain/par-index/campaign/result.ts';
import { printInstant } from '../../../../text/instants.ts';
import { printNumber } from '../../../../text/numbers.ts';
import { api } from '../../../api/client.ts';
import { failureOf } from '../../../api/failure.ts';
import { Facts } from '../../../ui/facts.tsx';
import { useLanguage } from '../../../ui/language.tsx';
import { ErrorState, LoadingLines } from '../../../ui/notice.tsx';
import { useReveal } from '../../../ui/reveal.ts';
import { StatusMark } from '../../../ui/status-mark.tsx';
import styles from '../results.module.css';
import { CriterionFigure } from './points-figure.tsx';

type ExplanationPaneProps = {
  readonly result: UnitResult;
  readonly code: string;
  readonly onOpen: (code: string) => void;
  readonly onClose: () => void;
};

/** Why a criterion has its points: rule, figure, working, bounds, rounding; or the criteria that it adds up. */
export function ExplanationPane({ result, code, onOpen, onClose }: ExplanationPaneProps) {
  const { text } = useLanguage();
  const { parIndex, shell } = text;
  const { scorecardId, period } = result.head;
  const { unitId } = result.totals;
  const why = useQuery(api.results.explain.queryOptions({ input: { scorecardId, period, unitId, code } }));
  const pane = useReveal<HTMLElement>(code);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const name = result.nodes.find((node) => node.code === code)?.name ?? '';
  return (
    <aside ref={pane} className={styles.why} aria-label={parIndex.why}>
      <div className={styles.whyHead}>
        <h2 ref={heading} tabIndex={-1}>
          {code}. {name}
        </h2>
        <ActionIcon variant="subtle" color="gray" aria-label={shell.close} onClick={onClose}>
          <X size={18} aria-hidden="true" />
        </ActionIcon>
      </div>
      <CriterionFigure result={result} code={code} />
      {why.isPending && <LoadingLines lines={5} />}
      {why.isError && <ErrorState sentence={shell.refused[failureOf(why.error).code]} />}
      {why.isSuccess && <Explained why={why.data} onOpen={onOpen} />}
    </aside>
  );
}

function Explained(props: { readonly why: ResultExplanation; readonly onOpen: (code: string) => void }) {
  const { why, onOpen } = props;
  const { text, language } = useLanguage();
  const { parIndex } = text;
  const number = (written: string) => printNumber(written, language);
  const { state, points, applicable } = why.score;
  return (
    <>
      <p className={styles.standing}>
        {state === 'missing' ? (
          <StatusMark meaning="unknown" word={parIndex.noFigure} />
        ) : state === 'scored' ? (
          <>
            {number(points)} <small>/ {number(Number(applicable) > 0 ? applicable : why.max)}</small>
          </>
        ) : (
          <small>{state === 'excluded' ? parIndex.notCounted : parIndex.redistributed}</small>
        )}
      </p>
      <ol className={styles.lines}>
        {why.lines[language].map((line) => (
          <Line key={line} line={line} />
        ))}
        {why.children.map((child) => (
          <li key={child.code}>
            <button type="button" className={styles.criterion} onClick={() => onOpen(child.code)}>
              <span className={styles.code}>{child.code}</span>
              {child.name}:{' '}
              {child.state === 'missing'
                ? parIndex.noFigure
                : `${number(child.points)} / ${number(child.max)}`}
            </button>
          </li>
        ))}
      </ol>
      {why.withheld && <p className={styles.summary}>{parIndex.withheld}</p>}
      <Facts
        facts={[
          why.enteredByName === null || why.enteredAt === null
            ? undefined
            : [parIndex.figures, parIndex.enteredBy(why.enteredByName, printInstant(why.enteredAt))],
          why.evidence === null ? undefined : [parIndex.evidence, why.evidence],
          why.office === null ? undefined : [parIndex.office, parIndex.offices[why.office] ?? why.office],
        ]}
      />
    </>
  );
}

/** `Quy tắc: …` with its first word as a small heading. */
function Line({ line }: { readonly line: string }) {
  const colon = line.indexOf(': ');
  if (colon < 0 || colon > 24) return <li>{line}</li>;
  return (
    <li>
      <b>{line.slice(0, colon)}</b>
      {line.slice(colon + 2)}
    </li>
  );
}
