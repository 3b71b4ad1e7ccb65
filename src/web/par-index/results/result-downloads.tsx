import type { ResultHead } from '../../../domain/par-index/campaign/result.ts';
import { DownloadButton } from '../../ui/download-button.tsx';
import { useLanguage } from '../../ui/language.tsx';

type RankingDownloadsProps = { readonly head: ResultHead };

/** The ranking as workbooks, and as an official paper for who sees the whole block. */
export function RankingDownloads({ head }: RankingDownloadsProps) {
  const { text, language } = useLanguage();
  const { resultPapers } = text;
  const { scorecardId, period, whole } = head;
  const campaign = { scorecardId, period };
  const query = new URLSearchParams({ ...campaign, language });
  return (
    <>
      <DownloadButton address={`/api/results/ranking.xlsx?${query}`} label={resultPapers.exportExcel} />
      {whole && (
        <DownloadButton
          address={`/api/results/ranking.docx?${new URLSearchParams(campaign)}`}
          label={resultPapers.exportWord}
        />
      )}
      <DownloadButton address={`/api/results/criteria.xlsx?${query}`} label={resultPapers.criteriaExcel} />
    </>
  );
}

type UnitDownloadsProps = { readonly head: ResultHead; readonly unitId: string };

/** One unit's result, criterion by criterion, and as an official paper. */
export function UnitDownloads({ head, unitId }: UnitDownloadsProps) {
  const { text, language } = useLanguage();
  const { resultPapers } = text;
  const asked = { scorecardId: head.scorecardId, period: head.period, unitId };
  return (
    <>
      <DownloadButton
        address={`/api/results/unit.xlsx?${new URLSearchParams({ ...asked, language })}`}
        label={resultPapers.exportExcel}
      />
      <DownloadButton
        address={`/api/results/unit.docx?${new URLSearchParams(asked)}`}
        label={resultPapers.exportWord}
      />
    </>
  );
}

/** The numbers of a picture of results over the periods. */
export function PeriodsDownload(props: {
  readonly table: 'trend' | 'flow';
  readonly query: Readonly<Record<string, string>>;
}) {
  const { text, language } = useLanguage();
  const query = new URLSearchParams({ ...props.query, language });
  return (
    <DownloadButton
      address={`/api/results/${props.table}.xlsx?${query}`}
      label={text.resultPapers.chartExcel}
    />
  );
}

/** The numbers of a picture of one unit: its criteria with what is lost on each, against its block. */
export function UnitChartDownload({ head, unitId }: UnitDownloadsProps) {
  const { text, language } = useLanguage();
  const { scorecardId, period } = head;
  return (
    <DownloadButton
      address={`/api/results/unit.xlsx?${new URLSearchParams({ scorecardId, period, unitId, language })}`}
      label={text.resultPapers.chartExcel}
    />
  );
}
