import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useMemo } from 'react';
import { ScorecardId } from '../../../domain/par-index/campaign/scorecard-record.ts';
import type { ScorecardWhole } from '../../../domain/par-index/contract.ts';
import { failureOf } from '../../api/failure.ts';
import { JournalLink } from '../../journal/journal-link.tsx';
import { Back } from '../../ui/back.tsx';
import { useText } from '../../ui/language.tsx';
import { ErrorState, LoadingLines } from '../../ui/notice.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { FaultsTable } from '../faults-table.tsx';
import { scorecardWhole } from '../queries.ts';
import { DocumentDownloads } from '../sheets/document-downloads.tsx';
import { CriteriaTree } from './criteria-tree.tsx';
import { readDocument } from './read-document.ts';
import { ScorecardActions } from './scorecard-actions.tsx';
import { ScorecardFacts } from './scorecard-facts.tsx';

/** One scorecard: its tree with every rule as a sentence, and what may be done with it. */
export function ScorecardPage() {
  const { parIndex, shell } = useText();
  const { scorecardId } = useParams({ from: '/inside/scorecards/$scorecardId' });
  const found = useQuery(scorecardWhole(ScorecardId.parse(scorecardId)));
  if (found.isPending) return <LoadingLines lines={12} />;
  if (found.isError)
    return (
      <Page title={parIndex.scorecards}>
        <ErrorState sentence={shell.refused[failureOf(found.error).code]} />
      </Page>
    );
  return <Whole key={scorecardId} whole={found.data} />;
}

function Whole({ whole }: { readonly whole: ScorecardWhole }) {
  const { parIndex } = useText();
  const { scorecard, faults } = useMemo(() => readDocument(whole.document), [whole.document]);
  return (
    <Page
      title={whole.name}
      lead={
        <StatusMark
          meaning={whole.status === 'issued' ? 'safe' : 'plain'}
          word={`${parIndex.statuses[whole.status]}, ${parIndex.indexKinds[whole.indexKind]}`}
        />
      }
      actions={
        <>
          <Link to="/scorecards">
            <Back to={parIndex.scorecards} />
          </Link>
          <JournalLink about={whole.scorecardId} />
          <DocumentDownloads
            path={`/scorecards/${whole.scorecardId}/export.xlsx`}
            document={whole.document}
            name={`${whole.code}.json`}
          />
        </>
      }
    >
      <ScorecardActions whole={whole} />
      {scorecard === undefined ? (
        <FaultsTable faults={faults} document={whole.document} />
      ) : (
        <>
          <Section title={parIndex.criteria}>
            <CriteriaTree scorecard={scorecard} />
          </Section>
          <Section title={parIndex.particulars}>
            <ScorecardFacts whole={whole} scorecard={scorecard} />
          </Section>
        </>
      )}
    </Page>
  );
}
