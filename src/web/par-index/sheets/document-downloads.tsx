import { sheetAddress } from '../../api/sheet.ts';
import { download } from '../../ui/downloads/download.ts';
import { Downloads } from '../../ui/downloads/downloads.tsx';
import { useLanguage } from '../../ui/language.tsx';

type DocumentDownloadsProps = {
  /** Below `/api`. */
  readonly path: string;
  readonly document: string;
  readonly name: string;
};

/** A document as a workbook, and itself, as other programs read it. */
export function DocumentDownloads({ path, document, name }: DocumentDownloadsProps) {
  const { text, language } = useLanguage();
  const save = () => download(new Blob([document], { type: 'application/json' }), name);
  return (
    <Downloads
      ways={[
        { label: text.indexSheets.asXlsx, address: sheetAddress(path, { language }) },
        { label: text.indexSheets.asJson, onTake: save },
      ]}
    />
  );
}
