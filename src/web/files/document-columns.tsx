import type { FileLine } from '../../domain/files/contract.ts';
import { typeName } from '../../text/file-type-name.ts';
import { printInstant } from '../../text/instants.ts';
import type { Language } from '../../text/language.ts';
import { printSize } from '../../text/sizes.ts';
import type { WorkspaceText } from '../../text/workspace.ts';
import type { Column } from '../ui/table/data-table.tsx';
import styles from './documents.module.css';

type Look = {
  readonly text: WorkspaceText;
  readonly language: Language;
  /** Documents of several units. */
  readonly below: boolean;
  /** One stands open beside the list and tells the rest. */
  readonly narrow: boolean;
  readonly open: (fileId: string) => void;
};

export function documentColumns(look: Look): Column<FileLine>[] {
  const { documents } = look.text;
  const name: Column<FileLine> = {
    key: 'name',
    title: documents.name,
    cell: (file) => (
      <button type="button" className={styles.open} onClick={() => look.open(file.fileId)}>
        {file.name}
      </button>
    ),
    sort: (file) => file.name,
  };
  const at: Column<FileLine> = {
    key: 'at',
    title: documents.addedAt,
    cell: ({ addedAt }) => <span className={styles.whole}>{printInstant(addedAt)}</span>,
    sort: ({ addedAt }) => addedAt,
    width: '10rem',
  };
  if (look.narrow) return [name, at];
  const unit: Column<FileLine> = {
    key: 'unit',
    title: documents.unit,
    cell: ({ unitName }) => unitName,
    sort: ({ unitName }) => unitName,
    wideOnly: true,
  };
  return [name, ...(look.below ? [unit] : []), ...contentColumns(look), at];
}

function contentColumns({ text: { documents }, language }: Look): Column<FileLine>[] {
  return [
    {
      key: 'type',
      title: documents.type,
      cell: ({ mediaType }) => typeName(documents.types, mediaType),
      sort: ({ mediaType }) => typeName(documents.types, mediaType),
      wideOnly: true,
    },
    {
      key: 'version',
      title: documents.version,
      cell: ({ versionNo }) => versionNo,
      sort: ({ versionNo }) => versionNo,
      numeric: true,
      wideOnly: true,
    },
    {
      key: 'size',
      title: documents.size,
      cell: ({ size }) => printSize(size, language),
      sort: ({ size }) => size,
      numeric: true,
      wideOnly: true,
    },
    {
      key: 'by',
      title: documents.addedBy,
      cell: ({ addedByName }) => addedByName,
      sort: ({ addedByName }) => addedByName,
      wideOnly: true,
    },
  ];
}
