import type { ResultHead } from '../../../domain/par-index/campaign/result.ts';
import type { Language } from '../../../text/language.ts';
import { useMe } from '../../app/session.ts';
import { DownloadButton } from '../../ui/downloads/download-button.tsx';
import { Downloads, type Way } from '../../ui/downloads/downloads.tsx';
import { useLanguage, useText } from '../../ui/language.tsx';

/** Where a workbook of results is fetched, such as `unit.xlsx`. */
export function resultSheet(
  name: string,
  query: Readonly<Record<string, string>>,
  language: Language,
): string {
  return `/api/results/${name}.xlsx?${new URLSearchParams({ ...query, language })}`;
}

/** The ranking as workbooks, as an official paper for who sees the whole block, and on paper. */
export function RankingDownloads({ head }: { readonly head: ResultHead }) {
  const { text, language } = useLanguage();
  const { resultPapers, parIndex } = text;
  const campaign = { scorecardId: head.scorecardId, period: head.period };
  const notice = useNotice('ranking', resultPapers.rankingWord, campaign);
  return (
    <Downloads
      ways={[
        { label: resultPapers.rankingExcel, address: resultSheet('ranking', campaign, language) },
        { label: resultPapers.criteriaExcel, address: resultSheet('criteria', campaign, language) },
        ...(head.whole ? notice : []),
        { label: parIndex.print, onTake: () => window.print() },
      ]}
    />
  );
}

type UnitDownloadsProps = { readonly head: ResultHead; readonly unitId: string };

/** One unit's result, criterion by criterion, and as an official paper. */
export function UnitDownloads({ head, unitId }: UnitDownloadsProps) {
  const { resultPapers } = useText();
  const asked = { scorecardId: head.scorecardId, period: head.period, unitId };
  const notice = useNotice('unit', resultPapers.unitWord, asked);
  return (
    <Downloads ways={[{ label: resultPapers.unitExcel, address: useUnitSheet(head, unitId) }, ...notice]} />
  );
}

/** An official paper, and a look at it where the server can make a PDF. */
function useNotice(name: string, label: string, query: Readonly<Record<string, string>>): Way[] {
  const { resultPapers } = useText();
  const { papersAsPdf } = useMe();
  const address = (ending: string) => `/api/results/${name}.${ending}?${new URLSearchParams(query)}`;
  const word = { label, address: address('docx') };
  return papersAsPdf ? [{ label: resultPapers.noticePdf, view: address('pdf') }, word] : [word];
}

/** Where the numbers behind the pictures of a unit are fetched as a workbook. */
export function useUnitSheet({ scorecardId, period }: ResultHead, unitId: string): string {
  const { language } = useLanguage();
  return resultSheet('unit', { scorecardId, period, unitId }, language);
}

/** Every period of one unit. */
export function TrendDownload({ unitId }: { readonly unitId: string }) {
  const { text, language } = useLanguage();
  return (
    <DownloadButton
      address={resultSheet('trend', { unitId }, language)}
      label={text.resultPapers.exportExcel}
    />
  );
}
