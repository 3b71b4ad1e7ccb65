import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { failureOf } from '../../api/failure.ts';
import { useText } from '../../ui/language.tsx';
import { EmptyState, ErrorState, LoadingLines } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { CampaignFields } from '../campaign-fields.tsx';
import { type Campaign, chosenCampaign } from '../campaigns.ts';
import { scorecardsListed } from '../queries.ts';
import { Ranking } from './ranking.tsx';

/** The ranking of one period of one scorecard; without a choice, the latest there is. */
export function ResultsPage() {
  const { parIndex, indexOverview, shell } = useText();
  const { scorecard, period } = useSearch({ from: '/inside/results' });
  const navigate = useNavigate();
  const listed = useQuery(scorecardsListed);
  const chosen = chosenCampaign(listed.data?.scorecards ?? [], scorecard, period);
  const go = (to: Campaign) =>
    navigate({ to: '/results', search: { scorecard: to.scorecardId, period: to.period }, replace: true });
  return (
    <Page
      title={parIndex.results}
      lead={parIndex.resultsLead}
      actions={
        <>
          <Link to="/results/indices">{indexOverview.title}</Link>
          <Link to="/results/flow">{parIndex.flow}</Link>
          {chosen !== undefined && (
            <Link to="/figures" search={{ scorecard: chosen.scorecardId, period: chosen.period }}>
              {parIndex.toFigures}
            </Link>
          )}
        </>
      }
    >
      {listed.isPending && <LoadingLines lines={12} />}
      {listed.isError && <ErrorState sentence={shell.refused[failureOf(listed.error).code]} />}
      {listed.isSuccess && chosen === undefined && (
        <EmptyState title={parIndex.resultsEmpty} body={parIndex.resultsEmptyBody} />
      )}
      {listed.isSuccess && chosen !== undefined && (
        <>
          <CampaignFields scorecards={listed.data.scorecards} chosen={chosen} onChoose={go} />
          <Ranking key={`${chosen.scorecardId} ${chosen.period}`} campaign={chosen} />
        </>
      )}
    </Page>
  );
}
