import { sheetAddress } from '../../api/sheet.ts';
import { DownloadButton } from '../../ui/downloads/download-button.tsx';
import { useLanguage } from '../../ui/language.tsx';

/** Fetches a workbook below `/api` in the language of the screen. */
export function SheetLink({ path, label }: { readonly path: string; readonly label: string }) {
  const { language } = useLanguage();
  return <DownloadButton address={sheetAddress(path, { language })} label={label} />;
}
