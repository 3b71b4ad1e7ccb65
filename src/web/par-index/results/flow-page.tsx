import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { UnitId } from '../../../domain/kernel/id.ts';
import type { RankFlow as Flow } from '../../../domain/par-index/campaign/result.ts';
import { IndexKind } from '../../../domain/par-index/campaign/scorecard-record.ts';
import { printNumber } from '../../../text/numbers.ts';
import { periodMark } from '../../../text/periods.ts';
import { api } from '../../api/client.ts';
import { failureOf } from '../../api/failure.ts';
import { useMe } from '../../app/session.ts';
import { ChartFigure } from '../../ui/charts/chart-figure.tsx';
import { RankFlow, type Succession } from '../../ui/charts/rank-flow.tsx';
import { ChoiceField } from '../../ui/fields/choice-field.tsx';
import { useLanguage, useText } from '../../ui/language.tsx';
import { EmptyState, ErrorState, LoadingLines } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { DataTable } from '../../ui/table/data-table.tsx';
import { flowOf } from '../queries.ts';
import { resultSheet } from './result-downloads.tsx';
import styles from './results.module.css';

/** Ranks of all units over the periods of one index. */
export function FlowPage() {
  const { parIndex, shell } = useText();
  const { index = 'cchc', unit = '' } = useSearch({ from: '/inside/results/flow' });
  const navigate = useNavigate();
  const flow = useQuery(flowOf(index));
  const go = (search: { index: IndexKind; unit?: string }) => navigate({ to: '.', search, replace: true });
  const units = flow.data?.units ?? [];
  const own = useOwnUnit(units);
  const inked = unit === '' ? own : unit;
  return (
    <Page title={parIndex.flow} lead={parIndex.flowLead}>
      <div className={styles.choices}>
        <ChoiceField
          label={parIndex.indexKind}
          choices={IndexKind.options.map((value) => ({ value, label: parIndex.indexKinds[value] }))}
          value={index}
          onChange={(value) => go({ index: IndexKind.catch('cchc').parse(value) })}
        />
        <ChoiceField
          label={parIndex.inkUnit}
          choices={units.map(({ unitId, unitName }) => ({ value: unitId, label: unitName }))}
          value={inked ?? ''}
          onChange={(value) => go({ index, ...(value !== '' && { unit: value }) })}
          clearable={unit !== ''}
        />
      </div>
      {flow.isPending && <LoadingLines lines={10} />}
      {flow.isError && <ErrorState sentence={shell.refused[failureOf(flow.error).code]} />}
      {flow.isSuccess &&
        (flow.data.periods.length < 2 ? (
          <EmptyState title={parIndex.flowEmpty} body={parIndex.flowEmptyBody} />
        ) : (
          <Drawn flow={flow.data} own={inked} onInk={(key) => go({ index, unit: key })} />
        ))}
    </Page>
  );
}

/** The unit of the person that looks, where it is among these. */
function useOwnUnit(units: readonly { readonly unitId: UnitId }[]): UnitId | undefined {
  const { person, roles } = useMe();
  const own = [person, ...roles].map(({ unitId }) => unitId);
  return own.find((unitId) => units.some((unit) => unit.unitId === unitId));
}

type DrawnProps = {
  readonly flow: Flow;
  readonly own: string | undefined;
  readonly onInk: (key: string) => void;
};

function Drawn({ flow, own, onInk }: DrawnProps) {
  const { text, language } = useLanguage();
  const { parIndex, rankFlow } = text;
  const successions = useSuccessions(flow, own);
  const periods = flow.periods.map(({ period }) => periodMark(period));
  const [from = '', to = ''] = [periods[0], periods.at(-1)];
  const chosen = flow.units.find(({ unitId }) => unitId === own);
  const steps = chosen?.ranks.map((rank, at) =>
    rank === null
      ? parIndex.flowNoRank(periods[at] ?? '')
      : parIndex.flowRank(periods[at] ?? '', `${rank}/${flow.periods[at]?.rankedUnits}`),
  );
  const summary = [
    parIndex.flowSummary(`${flow.units.length}`, from, to),
    ...(chosen === undefined || steps === undefined
      ? []
      : [parIndex.flowOwn(chosen.unitName, steps.join(', '))]),
  ].join(' ');
  const lines = flow.units.map(({ unitId, unitName, ranks }) => ({ key: unitId, name: unitName, ranks }));
  return (
    <ChartFigure
      title={parIndex.indexKinds[flow.indexKind]}
      legend={<Legend apart={flow.periods.some(({ comparable }, at) => at > 0 && !comparable)} />}
      summary={summary}
      fileName={`thu-hang-${flow.indexKind}`}
      sheet={resultSheet('flow', { indexKind: flow.indexKind }, language)}
      table={<FlowTable flow={flow} periods={periods} own={own} />}
    >
      <RankFlow
        axes={flow.periods.map((period, at) => axisOf(flow, period, at))}
        lines={lines}
        own={own}
        successions={successions}
        words={{ size: (units) => rankFlow.size(printNumber(`${units}`, language)) }}
        summary={summary}
        onOpen={onInk}
      />
    </ChartFigure>
  );
}

/** As long as its block; ranks beyond the number of ranked units are not cut off. */
function axisOf({ units }: Flow, { period, rankedUnits, comparable }: Flow['periods'][number], at: number) {
  const worst = units.reduce((most, { ranks }) => Math.max(most, ranks[at] ?? 0), rankedUnits);
  return { mark: periodMark(period), size: worst, comparable };
}

/** The units that went into the chosen one, and itself where it was ranked before the block changed. */
function useSuccessions({ indexKind, units }: Flow, own: string | undefined): Succession[] {
  const chosen = units.find(({ unitId }) => unitId === own);
  const trend = useQuery({
    ...api.results.trend.queryOptions({ input: { unitId: chosen?.unitId ?? NO_UNIT, indexKind } }),
    enabled: chosen !== undefined,
  });
  if (chosen === undefined) return [];
  return (trend.data?.lines ?? []).map(({ unitId }) => ({ from: unitId, to: chosen.unitId }));
}

const NO_UNIT = UnitId.parse('00000000-0000-0000-0000-000000000000');

function Legend({ apart }: { readonly apart: boolean }) {
  const { rankFlow } = useText();
  return (
    <p className={styles.remark}>
      {rankFlow.ownScale}
      {apart && ` ${rankFlow.apart}`}
    </p>
  );
}

type FlowTableProps = Pick<DrawnProps, 'flow' | 'own'> & { readonly periods: readonly string[] };

function FlowTable({ flow, periods, own }: FlowTableProps) {
  const { parIndex } = useText();
  return (
    <DataTable
      label={parIndex.flow}
      rows={flow.units}
      rowKey={({ unitId }) => unitId}
      selected={own}
      filterText={({ unitName }) => unitName}
      columns={[
        {
          key: 'unit',
          title: parIndex.unit,
          sort: ({ unitName }) => unitName,
          cell: ({ unitName }) => unitName,
        },
        ...periods.map((period, at) => ({
          key: period,
          title: period,
          numeric: true,
          sort: ({ ranks }: Flow['units'][number]) => ranks[at] ?? null,
          cell: ({ ranks }: Flow['units'][number]) => ranks[at] ?? '–',
        })),
      ]}
      empty={null}
    />
  );
}
