import { Button } from '@mantine/core';
import { download } from '../../ui/download.ts';
import { useText } from '../../ui/language.tsx';

/** The document itself, as other programs read it. */
export function JsonButton({ document, name }: { readonly document: string; readonly name: string }) {
  const { indexSheets } = useText();
  const save = () => download(new Blob([document], { type: 'application/json' }), name);
  return (
    <Button variant="default" onClick={save}>
      {indexSheets.exportJson}
    </Button>
  );
}
