import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { ScorecardId } from '../../../domain/par-index/campaign/scorecard-record.ts';
import { api } from '../../api/client.ts';
import { failureOf } from '../../api/failure.ts';
import { ChoiceField } from '../../ui/fields/choice-field.tsx';
import { useText } from '../../ui/language.tsx';
import { EmptyState, ErrorState } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { scorecardsListed, scorecardWhole } from '../queries.ts';
import { SheetLink } from '../sheets/sheet-link.tsx';
import { ChangesTable } from './changes-table.tsx';
import styles from './scorecards.module.css';

/** Two scorecards side by side: only what differs. */
export function CompareScorecardsPage() {
  const { parIndex, indexSheets } = useText();
  const asked = useSearch({ from: '/inside/scorecards/compare' });
  const navigate = useNavigate();
  const listed = useQuery(scorecardsListed);
  const { from = '', to = '' } = { ...newestTwo(listed.data?.scorecards ?? []), ...asked };
  const choices = (listed.data?.scorecards ?? []).map(({ scorecardId, name, year, version }) => ({
    value: scorecardId,
    label: `${name} (${year}, ${parIndex.versionNo(`${version}`)})`,
  }));
  const go = (search: { from: string; to: string }) => navigate({ to: '.', search, replace: true });
  return (
    <Page
      title={parIndex.compare}
      lead={parIndex.compareLead}
      actions={
        from !== '' &&
        to !== '' && (
          <SheetLink path={`/scorecards/${from}/compare/${to}/export.xlsx`} label={indexSheets.exportXlsx} />
        )
      }
    >
      <div className={styles.choices}>
        <ChoiceField
          label={parIndex.compareBefore}
          choices={choices}
          value={from}
          onChange={(value) => go({ from: value, to })}
        />
        <ChoiceField
          label={parIndex.compareAfter}
          choices={choices}
          value={to}
          onChange={(value) => go({ from, to: value })}
        />
      </div>
      {from !== '' && to !== '' && <Compared from={ScorecardId.parse(from)} to={ScorecardId.parse(to)} />}
    </Page>
  );
}

type Listed = { readonly scorecardId: ScorecardId; readonly indexKind: string };

/** What is compared until somebody chooses: the newest scorecard with the one before it of the same index. */
function newestTwo(scorecards: readonly Listed[]): { from?: string; to?: string } {
  for (const [at, { scorecardId: to, indexKind }] of scorecards.entries()) {
    const before = scorecards.slice(at + 1).find((other) => other.indexKind === indexKind);
    if (before !== undefined) return { from: before.scorecardId, to };
  }
  return {};
}

function Compared({ from, to }: { readonly from: ScorecardId; readonly to: ScorecardId }) {
  const { parIndex, shell } = useText();
  const compared = useQuery(
    api.scorecards.compare.queryOptions({ input: { scorecardId: from, otherId: to } }),
  );
  const before = useQuery(scorecardWhole(from));
  const after = useQuery(scorecardWhole(to));
  if (compared.isError) return <ErrorState sentence={shell.refused[failureOf(compared.error).code]} />;
  return (
    <ChangesTable
      changes={compared.data?.changes}
      before={before.data?.document}
      after={after.data?.document}
      empty={<EmptyState title={parIndex.compareSame} />}
    />
  );
}
