import { Link } from '@tanstack/react-router';
import type { RankingRow, RankingTable } from '../../../domain/par-index/campaign/result.ts';
import type { WorkspaceText } from '../../../text/workspace.ts';
import { Aligned } from '../../ui/aligned.tsx';
import { PointBar } from '../../ui/charts/point-bar.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import type { Column } from '../../ui/table/data-table.tsx';
import { RankChange } from './rank-change.tsx';
import styles from './results.module.css';

/** Place, unit, points, index and band; when `wide`, the points of every field too. */
export function rankingColumns(
  table: RankingTable,
  { parIndex }: WorkspaceText,
  wide: boolean,
): Column<RankingRow>[] {
  const fields: Column<RankingRow>[] = table.fields.map(({ code, name }, position) => ({
    key: `field-${code}`,
    title: code,
    hint: name,
    numeric: true,
    wideOnly: true,
    sort: ({ fields: points }) => numberOf(points[position]?.points),
    cell: ({ fields: points }) => {
      const own = points[position];
      if (own === undefined || own.state === 'excluded') return <span title={parIndex.notCounted}>–</span>;
      return own.state === 'missing' ? (
        <StatusMark meaning="unknown" word={parIndex.noFigure} />
      ) : (
        <Aligned written={own.points} />
      );
    },
  }));
  return [
    {
      key: 'rank',
      title: parIndex.rank,
      numeric: true,
      width: '4rem',
      sort: ({ rank }) => rank,
      cell: ({ rank }) => rank ?? <span className={styles.soft}>{parIndex.unrankedShort}</span>,
    },
    {
      key: 'change',
      title: parIndex.rankChange,
      numeric: true,
      width: '5rem',
      wideOnly: true,
      sort: ({ rankChange }) => rankChange,
      cell: ({ rankChange }) => <RankChange places={rankChange} />,
    },
    {
      key: 'unit',
      title: parIndex.unit,
      sort: ({ unitName }) => unitName,
      cell: ({ unitId, unitName }) => (
        <Link
          to="/results/$scorecardId/$period/$unitId"
          params={{ scorecardId: table.scorecardId, period: table.period, unitId }}
        >
          {unitName}
        </Link>
      ),
    },
    ...(wide ? fields : [barColumn(table, parIndex.pointBar)]),
    {
      key: 'points',
      title: parIndex.points,
      numeric: true,
      sort: ({ points }) => numberOf(points),
      cell: ({ points }) => <Aligned written={points} />,
    },
    {
      key: 'applicable',
      title: parIndex.applicable,
      numeric: true,
      wideOnly: true,
      sort: ({ applicable }) => numberOf(applicable),
      cell: ({ applicable }) => <Aligned written={applicable} />,
    },
    {
      key: 'index',
      title: parIndex.index,
      numeric: true,
      sort: ({ index }) => numberOf(index ?? undefined),
      cell: ({ index }) =>
        index === null ? <span title={parIndex.noIndex}>–</span> : <Aligned written={index} />,
    },
    {
      key: 'band',
      title: parIndex.band,
      sort: ({ band }) => (band === null ? null : table.bands.indexOf(band)),
      cell: ({ band, flags }) => (
        <span title={flags.map((flag) => table.flagLabels[flag] ?? flag).join('; ')}>
          {band ?? parIndex.noBand}
        </span>
      ),
    },
    {
      key: 'missing',
      title: parIndex.missing,
      wideOnly: true,
      sort: ({ missing }) => missing,
      cell: ({ missing }) =>
        missing > 0 && <StatusMark meaning="unknown" word={parIndex.missingLeaves(`${missing}`)} />,
    },
  ];
}

function barColumn(table: RankingTable, title: string): Column<RankingRow> {
  return {
    key: 'bar',
    title,
    width: '22%',
    wideOnly: true,
    cell: ({ points }) => (
      <PointBar
        parts={[{ state: 'safe', amount: numberOf(points) ?? 0 }]}
        scale={numberOf(table.total) ?? 100}
      />
    ),
  };
}

/** For order and length only; what is printed stays text. */
export function numberOf(written: string | undefined): number | null {
  return written === undefined ? null : Number(written);
}
