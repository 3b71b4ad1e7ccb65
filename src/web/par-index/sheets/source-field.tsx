import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { MOST_SHEET_BYTES } from '../../api/sheet.ts';
import { FileDrop } from '../../ui/fields/file-drop.tsx';
import { useText } from '../../ui/language.tsx';
import fieldStyles from '../document-field.module.css';
import { SheetLink } from './sheet-link.tsx';

const MOST_JSON_BYTES = 5_000_000;

type SourceFieldProps = {
  /** The document as JSON, where it is not a workbook. */
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onWorkbook: (file: File) => void;
  readonly busy: boolean;
  /** Below `/api`: the empty workbook. */
  readonly template?: string;
};

/** Where something comes from: a workbook, a JSON file, or JSON that is pasted. */
export function SourceField({ text, onText, onWorkbook, busy, template }: SourceFieldProps) {
  const { indexSheets, parIndex } = useText();
  const [refused, setRefused] = useState<string>();
  const [name, setName] = useState<string>();
  const [pasting, setPasting] = useState(false);
  const take = async (file: File) => {
    setName(file.name);
    setRefused(undefined);
    setPasting(false);
    if (/\.xlsx$/i.test(file.name)) {
      if (file.size > MOST_SHEET_BYTES) return setRefused(indexSheets.fileTooBig);
      return onWorkbook(file);
    }
    if (!/\.json$/i.test(file.name)) return setRefused(indexSheets.wrongFile);
    if (file.size > MOST_JSON_BYTES) return setRefused(parIndex.fileTooBig);
    await file.text().then(onText, () => setRefused(parIndex.fileUnread));
  };
  return (
    <>
      <FileDrop
        label={indexSheets.chooseFile}
        hint={name === undefined ? indexSheets.dropHere : indexSheets.chosen(name)}
        accept={['.xlsx', '.json']}
        onFile={take}
        busy={busy}
        refused={refused}
      >
        {template !== undefined && <SheetLink path={template} label={indexSheets.template} />}
        {!pasting && (
          <Button variant="subtle" onClick={() => setPasting(true)}>
            {indexSheets.pasteInstead}
          </Button>
        )}
      </FileDrop>
      {pasting && (
        <Textarea
          label={parIndex.fileText}
          value={text}
          onChange={(event) => onText(event.currentTarget.value)}
          rows={12}
          spellCheck={false}
          classNames={{ input: fieldStyles.text ?? '' }}
        />
      )}
    </>
  );
}
