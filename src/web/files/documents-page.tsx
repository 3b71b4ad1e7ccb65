import { Checkbox } from '@mantine/core';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { api } from '../api/client.ts';
import { failureOf } from '../api/failure.ts';
import { useMe } from '../app/session.ts';
import { unitTree } from '../organization/queries.ts';
import { unitChoices } from '../organization/unit-tree.ts';
import { ChoiceField } from '../ui/fields/choice-field.tsx';
import { useLanguage } from '../ui/language.tsx';
import { EmptyState } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { DataTable } from '../ui/table/data-table.tsx';
import { documentColumns } from './document-columns.tsx';
import { DocumentPane } from './document-pane.tsx';
import styles from './documents.module.css';
import { documentsListed, exportAddress } from './queries.ts';
import { UploadArea } from './upload-area.tsx';

/** The documents of a unit; the chosen one stands open beside them. */
export function DocumentsPage() {
  const { text, language } = useLanguage();
  const { documents, shell } = text;
  const { person } = useMe();
  const { unit = person.unitId, below = false, file } = useSearch({ from: '/inside/documents' });
  const navigate = useNavigate();
  const queries = useQueryClient();
  const tree = useQuery(unitTree(''));
  const listed = useInfiniteQuery(documentsListed(unit, below));
  const addTo = listed.data?.pages[0]?.addTo ?? null;
  const rows = listed.data?.pages.flatMap((page) => page.files);
  const go = (search: { unit?: string; below?: boolean; file?: string | undefined }) =>
    navigate({ to: '/documents', search: { unit, ...(below && { below }), file, ...search } });
  const open = (fileId: string) => go({ file: fileId });
  return (
    <Page title={documents.documents} lead={documents.lead}>
      <div className={styles.tools}>
        <ChoiceField
          label={documents.unit}
          choices={unitChoices(tree.data?.units ?? [])}
          value={unit}
          onChange={(chosen) => chosen !== '' && go({ unit: chosen, file: undefined })}
        />
        <Checkbox
          label={documents.below}
          checked={below}
          onChange={(event) => go({ below: event.currentTarget.checked, file: undefined })}
        />
      </div>
      {addTo !== null && (
        <UploadArea
          key={addTo}
          unitPath={addTo}
          onOpen={open}
          onSent={() => queries.invalidateQueries({ queryKey: api.files.key() })}
        />
      )}
      <div className={styles.panes} data-open={file !== undefined}>
        <DataTable
          label={documents.documents}
          rows={rows}
          rowKey={({ documentId }) => documentId}
          columns={documentColumns({ text, language, below, open, narrow: file !== undefined })}
          filterText={({ name, addedByName, unitName }) => `${name} ${addedByName} ${unitName}`}
          selected={
            rows?.find(({ fileId, documentId }) => [fileId, documentId].some((id) => id === file))?.documentId
          }
          onOpen={({ fileId }) => open(fileId)}
          empty={
            <EmptyState
              title={documents.empty}
              body={addTo === null ? documents.emptyToRead : documents.emptyBody}
            />
          }
          error={listed.error === null ? undefined : shell.refused[failureOf(listed.error).code]}
          onRetry={() => listed.refetch()}
          exportHref={exportAddress(unit, below, language)}
          onMore={listed.hasNextPage ? () => listed.fetchNextPage() : undefined}
        />
        {file !== undefined && (
          <DocumentPane key={file} fileId={file} onOpen={open} onClose={() => go({ file: undefined })} />
        )}
      </div>
    </Page>
  );
}
