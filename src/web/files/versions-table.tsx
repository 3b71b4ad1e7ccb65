import type { FileLine } from '../../domain/files/contract.ts';
import { printInstant } from '../../text/instants.ts';
import { printNumber } from '../../text/numbers.ts';
import { useLanguage } from '../ui/language.tsx';
import { type Column, DataTable } from '../ui/table/data-table.tsx';
import styles from './documents.module.css';

type VersionsTableProps = {
  /** The newest first. */
  readonly versions: readonly FileLine[];
  readonly shown: string;
  readonly onOpen: (fileId: string) => void;
};

/** Every version with who made it, when and why; each can be opened. */
export function VersionsTable({ versions, shown, onOpen }: VersionsTableProps) {
  const { text, language } = useLanguage();
  const { documents } = text;
  const columns: Column<FileLine>[] = [
    {
      key: 'version',
      title: documents.version,
      cell: ({ fileId, versionNo }) => (
        <button type="button" className={styles.open} onClick={() => onOpen(fileId)}>
          {printNumber(`${versionNo}`, language)}
          {fileId === versions[0]?.fileId ? `, ${documents.inForce}` : ''}
        </button>
      ),
    },
    {
      key: 'at',
      title: documents.addedAt,
      cell: ({ addedAt, addedByName }) => (
        <>
          {printInstant(addedAt)}
          <br />
          {addedByName}
        </>
      ),
    },
    { key: 'reason', title: documents.reason, cell: ({ reason }) => reason ?? documents.first },
  ];
  return (
    <DataTable
      label={documents.versions}
      rows={versions}
      rowKey={({ fileId }) => fileId}
      columns={columns}
      selected={shown}
      onOpen={({ fileId }) => onOpen(fileId)}
      empty={<p>{documents.empty}</p>}
    />
  );
}
