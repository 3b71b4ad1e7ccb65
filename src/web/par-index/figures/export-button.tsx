import { Button } from '@mantine/core';
import { client } from '../../api/client.ts';
import { useCommand } from '../../api/command.ts';
import { download } from '../../ui/download.ts';
import { useText } from '../../ui/language.tsx';
import type { Campaign } from '../campaigns.ts';

/** The figures that one reads, as a file that the import takes back. */
export function ExportButton({ campaign }: { readonly campaign: Campaign }) {
  const { parIndex } = useText();
  const { scorecardId, period } = campaign;
  const command = useCommand(client.figures.export, ({ document }) =>
    download(new Blob([document], { type: 'application/json' }), `so-lieu-${period}.json`),
  );
  return (
    <Button variant="default" loading={command.busy} onClick={() => command.run({ scorecardId, period })}>
      {parIndex.exportFigures}
    </Button>
  );
}
