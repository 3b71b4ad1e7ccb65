import { Link } from '@tanstack/react-router';
import type { OverviewCampaign } from '../../../../domain/par-index/campaign/index-overview.ts';
import type { OverviewRow } from '../../../../domain/par-index/campaign/overview-rows.ts';
import type { Language } from '../../../../text/language.ts';
import { printNumber } from '../../../../text/numbers.ts';
import { periodMark, periodName } from '../../../../text/periods.ts';
import type { WorkspaceText } from '../../../../text/workspace.ts';
import { Aligned } from '../../../ui/aligned.tsx';
import type { Column } from '../../../ui/table/data-table.tsx';
import { RankChange } from '../rank-change.tsx';
import styles from './indices.module.css';

/** The unit, then of every index its percent, place with change, and band. */
export function indexColumns(
  indices: readonly OverviewCampaign[],
  text: WorkspaceText,
  language: Language,
): Column<OverviewRow>[] {
  return [
    {
      key: 'unit',
      title: text.parIndex.unit,
      sort: ({ unitName }) => unitName,
      cell: ({ unitId, unitName }) => (
        <Link to="/results/indices/$unitId" params={{ unitId }} className={styles.unit}>
          {unitName}
        </Link>
      ),
    },
    ...indices.flatMap((main, at) => columnsOf(main, at, text, language)),
  ];
}

function columnsOf(
  main: OverviewCampaign,
  at: number,
  text: WorkspaceText,
  language: Language,
): Column<OverviewRow>[] {
  const { indexOverview: words, parIndex } = text;
  const { indexKind } = main;
  const note = main.published ? words.groupNote : words.groupNoteProvisional;
  const group = {
    key: indexKind,
    title: parIndex.indexKinds[indexKind],
    note: note(periodMark(main.period), printNumber(`${main.rankedUnits}`, language)),
  };
  const unknown = ({ reached }: OverviewRow) => reached[at] === undefined;
  return [
    {
      ...{
        key: `${indexKind}-value`,
        title: words.value,
        narrowTitle: words.shortKinds[indexKind],
        group,
        unknown,
      },
      hint: words.valueHint,
      numeric: true,
      sort: ({ reached }) => (reached[at]?.index == null ? null : Number(reached[at].index)),
      cell: ({ reached }) => <Value reached={reached[at]} main={main} text={text} />,
    },
    {
      ...{ key: `${indexKind}-rank`, title: words.rank, group, unknown, numeric: true, wideOnly: true },
      sort: ({ reached }) => reached[at]?.rank ?? null,
      cell: ({ reached }) => <Place reached={reached[at]} text={text} />,
    },
    {
      ...{ key: `${indexKind}-band`, title: words.band, group, unknown, wideOnly: true },
      sort: ({ reached }) => bandOrder(reached[at]),
      cell: ({ reached }) => reached[at] !== undefined && (reached[at].band ?? '–'),
    },
  ];
}

type CellProps = { readonly reached: OverviewRow['reached'][number]; readonly text: WorkspaceText };

/** The index; with its period where that is another than the heading's. */
function Value({ reached, main, text }: CellProps & { readonly main: OverviewCampaign }) {
  const { indexOverview: words, parIndex } = text;
  if (reached === undefined)
    return (
      <span className={styles.none} title={words.noneHint}>
        {words.none}
      </span>
    );
  const { index, from } = reached;
  const other = from.period !== main.period;
  return (
    <>
      {index === null ? <span title={parIndex.noIndex}>–</span> : <Aligned written={index} />}
      {other && (
        <small className={styles.period} title={words.otherPeriod(periodName(from.period, parIndex))}>
          {periodMark(from.period)}
        </small>
      )}
    </>
  );
}

function Place({ reached, text }: CellProps) {
  if (reached === undefined) return null;
  if (reached.rank === null)
    return (
      <span className={styles.soft} title={text.parIndex.unranked}>
        –
      </span>
    );
  return (
    <>
      <span className={styles.move}>
        <RankChange places={reached.rankChange} />
      </span>
      {reached.rank}
    </>
  );
}

/** Best first; a unit without a band stands last. */
function bandOrder(reached: OverviewRow['reached'][number]): number | null {
  return reached?.band == null ? null : reached.from.bands.indexOf(reached.band);
}
