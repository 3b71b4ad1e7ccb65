import { Button } from '@mantine/core';
import { Download } from 'lucide-react';
import { sheetAddress } from '../../api/sheet.ts';
import { useLanguage } from '../../ui/language.tsx';

/** Fetches a workbook below `/api` in the language of the screen. */
export function SheetLink({ path, label }: { readonly path: string; readonly label: string }) {
  const { language } = useLanguage();
  return (
    <Button
      component="a"
      href={sheetAddress(path, { language })}
      download
      variant="default"
      leftSection={<Download size={16} aria-hidden="true" />}
    >
      {label}
    </Button>
  );
}
