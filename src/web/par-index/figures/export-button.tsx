import { Button } from '@mantine/core';
import { Download } from 'lucide-react';
import { client } from '../../api/client.ts';
import { useCommand } from '../../api/command.ts';
import { download } from '../../ui/download.ts';
import { DownloadButton } from '../../ui/download-button.tsx';
import { useLanguage } from '../../ui/language.tsx';
import type { Campaign } from '../campaigns.ts';

/** The figures that one reads, as files that the import takes back; the template where some may be entered. */
export function ExportButtons(props: { readonly campaign: Campaign; readonly template: boolean }) {
  const { text, language } = useLanguage();
  const { figureSheets } = text;
  const { scorecardId, period } = props.campaign;
  const query = new URLSearchParams({ scorecardId, period, language });
  const command = useCommand(client.figures.export, ({ document }) =>
    download(new Blob([document], { type: 'application/json' }), `so-lieu-${period}.json`),
  );
  return (
    <>
      {props.template && (
        <DownloadButton address={`/api/figures/template.xlsx?${query}`} label={figureSheets.template} />
      )}
      <DownloadButton address={`/api/figures.xlsx?${query}`} label={figureSheets.exportExcel} />
      <Button
        variant="default"
        leftSection={<Download size={16} aria-hidden="true" />}
        loading={command.busy}
        onClick={() => command.run({ scorecardId, period })}
      >
        {figureSheets.exportJson}
      </Button>
    </>
  );
}
