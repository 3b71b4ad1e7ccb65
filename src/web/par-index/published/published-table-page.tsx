import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useMemo } from 'react';
import { readJson } from '../../../domain/kernel/json.ts';
import { type Figure, printFigure } from '../../../domain/par-index/published/figure.ts';
import { type PublishedUnit, readPublished } from '../../../domain/par-index/published/published.ts';
import { PublishedTableId } from '../../../domain/par-index/published/table-record.ts';
import type { WorkspaceText } from '../../../text/workspace.ts';
import { api } from '../../api/client.ts';
import { failureOf } from '../../api/failure.ts';
import { Aligned } from '../../ui/aligned.tsx';
import { Back } from '../../ui/back.tsx';
import { useText } from '../../ui/language.tsx';
import { ErrorState, LoadingLines } from '../../ui/notice.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { type Column, DataTable } from '../../ui/table/data-table.tsx';
import { DocumentDownloads } from '../sheets/document-downloads.tsx';
import { FindingsTable } from './findings-table.tsx';

/** One table as it was printed, and above it what does not agree in it. */
export function PublishedTablePage() {
  const text = useText();
  const { parIndex, shell } = text;
  const { tableId } = useParams({ from: '/inside/published-tables/$tableId' });
  const input = { tableId: PublishedTableId.parse(tableId) };
  const found = useQuery(api.publishedTables.get.queryOptions({ input }));
  const check = useQuery(api.publishedTables.check.queryOptions({ input }));
  if (found.isPending) return <LoadingLines lines={12} />;
  if (found.isError)
    return (
      <Page title={parIndex.publishedTables}>
        <ErrorState sentence={shell.refused[failureOf(found.error).code]} />
      </Page>
    );
  const { title, source, findings, document } = found.data;
  return (
    <Page
      title={title}
      lead={source === null ? undefined : `${parIndex.source}: ${source}`}
      actions={
        <>
          <Link to="/published-tables">
            <Back to={parIndex.publishedTables} />
          </Link>
          <DocumentDownloads
            path={`/published-tables/${tableId}/export.xlsx`}
            document={document}
            name="bang-da-cong-bo.json"
          />
        </>
      }
    >
      <Section
        title={parIndex.findings}
        actions={
          <StatusMark
            meaning={findings === 0 ? 'safe' : 'lost'}
            word={findings === 0 ? parIndex.noFindings : parIndex.findingsCount(`${findings}`)}
          />
        }
      >
        {check.isError ? (
          <ErrorState sentence={shell.refused[failureOf(check.error).code]} />
        ) : (
          <FindingsTable findings={check.data?.findings} />
        )}
      </Section>
      <Section title={parIndex.printedTable}>
        <Printed document={document} />
      </Section>
    </Page>
  );
}

function Printed({ document }: { readonly document: string }) {
  const text = useText();
  const { units } = useMemo(() => readPublished(readJson(document).value), [document]);
  return (
    <DataTable
      label={text.parIndex.printedTable}
      rows={units.map((unit, position) => ({ ...unit, position }))}
      rowKey={({ position }) => `${position}`}
      filterText={({ unit }) => unit}
      columns={printedColumns(text, units)}
      empty={null}
    />
  );
}

function printedColumns(
  { parIndex }: WorkspaceText,
  units: readonly PublishedUnit[],
): Column<PublishedUnit>[] {
  const names = [...new Set(units.flatMap(({ parts = [] }) => parts.flatMap(({ name }) => name ?? [])))];
  const partOf = (unit: PublishedUnit, name: string) => unit.parts?.find((part) => part.name === name);
  const shown = (figure: Figure | undefined) =>
    figure !== undefined && <Aligned written={printFigure(figure)} />;
  return [
    {
      key: 'rank',
      title: parIndex.rank,
      numeric: true,
      sort: ({ rank }) => rank ?? null,
      cell: ({ rank }) => rank,
    },
    { key: 'unit', title: parIndex.unit, sort: ({ unit }) => unit, cell: ({ unit }) => unit },
    ...names.map((name) => ({
      key: `part-${name}`,
      title: name,
      numeric: true,
      wideOnly: true,
      cell: (unit: PublishedUnit) => {
        const part = partOf(unit, name);
        return part?.points === undefined && part?.percent !== undefined ? (
          <>{shown(part.percent)} %</>
        ) : (
          shown(part?.points)
        );
      },
    })),
    { key: 'total', title: parIndex.printedTotal, numeric: true, cell: ({ total }) => shown(total) },
    { key: 'index', title: parIndex.index, numeric: true, cell: ({ index }) => shown(index) },
    { key: 'band', title: parIndex.band, cell: ({ band }) => band, wideOnly: true },
  ];
}
