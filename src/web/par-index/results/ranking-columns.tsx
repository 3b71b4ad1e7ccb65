import { Link } from '@tanstack/react-router';
import type { RankingRow, RankingTable } from '../../../domain/par-index/campaign/result.ts';
import type { WorkspaceText } from '../../../text/workspace.ts';
import { Aligned } from '../../ui/aligned.tsx';
import { PointBar } from '../../ui/charts/point-bar.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import type { Column } from '../../ui/table/data-table.tsx';
import { RankChange } from './rank-change.tsx';
import styles from './results.module.css';

type Words = WorkspaceText['parIndex'];

/** Place, unit, points, index and band; when `wide`, the points of every field too. */
export function rankingColumns(
  table: RankingTable,
  { parIndex }: WorkspaceText,
  wide: boolean,
): Column<RankingRow>[] {
  const moved = table.rows.some(({ rankChange }) => rankChange !== null);
  const fields: Column<RankingRow>[] = table.fields.flatMap(({ code, name }, position) =>
    table.rows.every((row) => row.fields[position]?.state === 'excluded')
      ? []
      : [fieldColumn(code, name, position, parIndex)],
  );
  return [
    {
      key: 'rank',
      title: parIndex.rank,
      numeric: true,
      width: '4rem',
      sort: ({ rank }) => rank,
      cell: ({ rank }) => rank ?? <span className={styles.soft}>{parIndex.unrankedShort}</span>,
    },
    ...(moved && !wide ? [changeColumn(parIndex.rankChange)] : []),
    {
      key: 'unit',
      title: parIndex.unit,
      sort: ({ unitName }) => unitName,
      cell: ({ unitId, unitName }) => (
        <Link
          className={styles.unit}
          to="/results/$scorecardId/$period/$unitId"
          params={{ scorecardId: table.scorecardId, period: table.period, unitId }}
        >
          {unitName}
        </Link>
      ),
    },
    ...(wide ? fields : [barColumn(table, parIndex.barHead)]),
    {
      key: 'points',
      title: parIndex.points,
      numeric: true,
      sort: ({ points }) => numberOf(points),
      cell: ({ points }) => <Aligned written={points} />,
    },
    ...(wide ? [] : [applicableColumn(parIndex.applicable)]),
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
    ...(table.rows.some(({ missing }) => missing > 0) ? [missingColumn(parIndex)] : []),
  ];
}

/** Points of one field; its name is told when the code is pointed at. */
function fieldColumn(code: string, name: string, position: number, words: Words): Column<RankingRow> {
  return {
    key: `field-${code}`,
    title: code,
    hint: name,
    numeric: true,
    wideOnly: true,
    sort: ({ fields }) => numberOf(fields[position]?.points),
    cell: ({ fields }) => {
      const own = fields[position];
      if (own === undefined || own.state === 'excluded') return <span title={words.notCounted}>–</span>;
      return own.state === 'missing' ? (
        <StatusMark meaning="unknown" word={words.noFigure} />
      ) : (
        <Aligned written={own.points} />
      );
    },
  };
}

function applicableColumn(title: string): Column<RankingRow> {
  return {
    key: 'applicable',
    title,
    numeric: true,
    wideOnly: true,
    sort: ({ applicable }) => numberOf(applicable),
    cell: ({ applicable }) => <Aligned written={applicable} />,
  };
}

function missingColumn(words: Words): Column<RankingRow> {
  return {
    key: 'missing',
    title: words.missing,
    wideOnly: true,
    sort: ({ missing }) => missing,
    cell: ({ missing }) =>
      missing > 0 && <StatusMark meaning="unknown" word={words.missingLeaves(`${missing}`)} />,
  };
}

function changeColumn(title: string): Column<RankingRow> {
  return {
    key: 'change',
    title,
    numeric: true,
    wideOnly: true,
    sort: ({ rankChange }) => rankChange,
    cell: ({ rankChange }) => <RankChange places={rankChange} />,
  };
}

function barColumn(table: RankingTable, title: string): Column<RankingRow> {
  return {
    key: 'bar',
    title,
    width: '22%',
    wideOnly: true,
    cell: ({ points }) => (
      <div className={styles.slim}>
        <PointBar
          parts={[{ state: 'safe', amount: numberOf(points) ?? 0 }]}
          scale={numberOf(table.total) ?? 100}
        />
      </div>
    ),
  };
}

/** For order and length only; what is printed stays text. */
export function numberOf(written: string | undefined): number | null {
  return written === undefined ? null : Number(written);
}
