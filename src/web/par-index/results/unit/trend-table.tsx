import { Link } from '@tanstack/react-router';
import type { TrendLine, TrendPoint } from '../../../../domain/par-index/campaign/result.ts';
import { periodName } from '../../../../text/periods.ts';
import type { WorkspaceText } from '../../../../text/workspace.ts';
import { Aligned } from '../../../ui/aligned.tsx';
import { PointBar } from '../../../ui/charts/point-bar.tsx';
import { useText } from '../../../ui/language.tsx';
import { StatusMark } from '../../../ui/status-mark.tsx';
import { type Column, DataTable } from '../../../ui/table/data-table.tsx';
import { RankChange } from '../rank-change.tsx';

type Row = { readonly line: TrendLine; readonly point: TrendPoint };

/** Every index of the unit over the periods; those it was merged from stand beside it, never averaged into it. */
export function TrendTable({ lines }: { readonly lines: readonly TrendLine[] }) {
  const text = useText();
  const rows = lines.flatMap((line) => line.points.map((point) => ({ line, point }))).sort(byTime);
  return (
    <DataTable
      label={text.parIndex.trend}
      rows={rows}
      rowKey={({ line, point }) => `${line.unitId} ${point.scorecardId} ${point.period}`}
      columns={trendColumns(text)}
      empty={null}
    />
  );
}

function byTime(a: Row, b: Row): number {
  return (
    a.point.indexKind.localeCompare(b.point.indexKind) ||
    a.point.period.localeCompare(b.point.period) ||
    a.line.relation.localeCompare(b.line.relation)
  );
}

function trendColumns({ parIndex }: WorkspaceText): Column<Row>[] {
  return [
    {
      key: 'period',
      title: parIndex.period,
      cell: ({ line, point }) => (
        <Link
          to="/results/$scorecardId/$period/$unitId"
          params={{ scorecardId: point.scorecardId, period: point.period, unitId: line.unitId }}
        >
          {periodName(point.period, parIndex)}
        </Link>
      ),
    },
    { key: 'kind', title: parIndex.indexKind, cell: ({ point }) => parIndex.indexKinds[point.indexKind] },
    {
      key: 'unit',
      title: parIndex.unit,
      wideOnly: true,
      cell: ({ line }) => (line.relation === 'own' ? line.unitName : parIndex.predecessor(line.unitName)),
    },
    {
      key: 'bar',
      title: parIndex.share,
      width: '18%',
      wideOnly: true,
      cell: ({ point }) =>
        point.index !== null && (
          <PointBar parts={[{ state: 'safe', amount: Number(point.index) }]} scale={100} />
        ),
    },
    {
      key: 'index',
      title: parIndex.index,
      numeric: true,
      cell: ({ point }) => (point.index === null ? '–' : <Aligned written={point.index} />),
    },
    {
      key: 'rank',
      title: parIndex.rank,
      numeric: true,
      cell: ({ point }) => (point.rank === null ? parIndex.unrankedShort : `${point.rank}/${point.of}`),
    },
    {
      key: 'change',
      title: parIndex.rankChange,
      numeric: true,
      wideOnly: true,
      cell: ({ point }) => <RankChange places={point.rankChange} />,
    },
    { key: 'band', title: parIndex.band, cell: ({ point }) => point.band ?? parIndex.noBand },
    {
      key: 'state',
      title: parIndex.status,
      wideOnly: true,
      cell: ({ point }) => (
        <StatusMark
          meaning={point.published ? 'safe' : 'plain'}
          word={point.published ? parIndex.published : parIndex.provisional}
        />
      ),
    },
  ];
}
