import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { failureOf } from '../../api/failure.ts';
import { useText } from '../../ui/language.tsx';
import { EmptyState, ErrorState, LoadingLines } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { CampaignFields } from '../campaign-fields.tsx';
import { type Campaign, chosenCampaign } from '../campaigns.ts';
import { scorecardsListed } from '../queries.ts';
import { CampaignSheet } from './campaign-sheet.tsx';

/** Figures of one period: a sheet of units and criteria. */
export function FiguresPage() {
  const { parIndex, shell } = useText();
  const { scorecard, period, unit } = useSearch({ from: '/inside/figures' });
  const navigate = useNavigate();
  const listed = useQuery(scorecardsListed);
  const chosen = chosenCampaign(listed.data?.scorecards ?? [], scorecard, period);
  const go = (to: Campaign) =>
    navigate({ to: '/figures', search: { scorecard: to.scorecardId, period: to.period }, replace: true });
  return (
    <Page
      title={parIndex.figures}
      lead={parIndex.figuresLead}
      actions={
        chosen !== undefined && (
          <Link to="/results" search={{ scorecard: chosen.scorecardId, period: chosen.period }}>
            {parIndex.toResults}
          </Link>
        )
      }
    >
      {listed.isPending && <LoadingLines lines={12} />}
      {listed.isError && <ErrorState sentence={shell.refused[failureOf(listed.error).code]} />}
      {listed.isSuccess && chosen === undefined && (
        <EmptyState title={parIndex.figuresEmpty} body={parIndex.figuresEmptyBody} />
      )}
      {listed.isSuccess && chosen !== undefined && (
        <>
          <CampaignFields scorecards={listed.data.scorecards} chosen={chosen} onChoose={go} />
          <CampaignSheet key={`${chosen.scorecardId} ${chosen.period}`} campaign={chosen} unit={unit} />
        </>
      )}
    </Page>
  );
}
