import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { printDate } from '../../../text/numbers.ts';
import { api } from '../../api/client.ts';
import { failureOf } from '../../api/failure.ts';
import { Facts } from '../../ui/facts.tsx';
import { useText } from '../../ui/language.tsx';
import { ErrorState } from '../../ui/notice.tsx';
import { Section } from '../../ui/page.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import type { Campaign } from '../campaigns.ts';
import styles from './results.module.css';

/** Under which decision the results were published, their hash, and a way to compute them once more. */
export function PublishedSeal({ campaign }: { readonly campaign: Campaign }) {
  const { seal: words, shell } = useText();
  const input = { scorecardId: campaign.scorecardId, period: campaign.period };
  const sealed = useQuery(api.results.seal.queryOptions({ input }));
  const verified = useQuery({ ...api.results.verify.queryOptions({ input }), enabled: false, gcTime: 0 });
  if (!sealed.isSuccess) return null;
  const { decision, hash } = sealed.data;
  const paper = [decision.number, decision.date && printDate(decision.date), decision.issuer];
  return (
    <Section title={words.title}>
      <p className={styles.remark}>{words.lead}</p>
      <Facts
        facts={[
          [words.decision, paper.filter(Boolean).join(', ')],
          [words.hash, <Hash key="hash" hash={hash} />],
        ]}
      />
      <div aria-live="polite" className={styles.verified}>
        {verified.isError && <ErrorState sentence={shell.refused[failureOf(verified.error).code]} />}
        {verified.isSuccess && !verified.isFetching && (
          <>
            <StatusMark
              meaning={verified.data.same ? 'safe' : 'lost'}
              word={verified.data.same ? words.same : words.differs}
            />
            <Facts
              facts={[
                [words.frozen, <Hash key="frozen" hash={verified.data.frozen} />],
                [words.recomputed, <Hash key="recomputed" hash={verified.data.recomputed} />],
              ]}
            />
            <p className={styles.remark}>{verified.data.same ? words.sameProves : words.differsMeans}</p>
          </>
        )}
      </div>
      <div>
        <Button variant="default" loading={verified.isFetching} onClick={() => verified.refetch()}>
          {words.verify}
        </Button>
      </div>
    </Section>
  );
}

function Hash({ hash }: { readonly hash: string }) {
  return <code className={styles.hash}>{hash}</code>;
}
