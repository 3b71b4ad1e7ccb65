import { client } from '../../api/client.ts';
import { useCommand } from '../../api/command.ts';
import { download } from '../../ui/downloads/download.ts';
import { Downloads } from '../../ui/downloads/downloads.tsx';
import { useLanguage } from '../../ui/language.tsx';
import type { Campaign } from '../campaigns.ts';

/** The figures that one reads, as files that the import takes back; the template where some may be entered. */
export function FigureDownloads(props: { readonly campaign: Campaign; readonly template: boolean }) {
  const { text, language } = useLanguage();
  const { figureSheets } = text;
  const { scorecardId, period } = props.campaign;
  const query = new URLSearchParams({ scorecardId, period, language });
  const command = useCommand(client.figures.export, ({ document }) =>
    download(new Blob([document], { type: 'application/json' }), `so-lieu-${period}.json`),
  );
  const template = { label: figureSheets.template, address: `/api/figures/template.xlsx?${query}` };
  return (
    <Downloads
      busy={command.busy}
      ways={[
        ...(props.template ? [template] : []),
        { label: figureSheets.exportExcel, address: `/api/figures.xlsx?${query}` },
        { label: figureSheets.exportJson, onTake: () => command.run({ scorecardId, period }) },
      ]}
    />
  );
}
