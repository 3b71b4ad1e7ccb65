import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { UnitId } from '../../../domain/kernel/id.ts';
import { type Leaf, leavesBelow, type Scorecard } from '../../../domain/par-index/scorecard/scorecard.ts';
import { failureOf } from '../../api/failure.ts';
import { ChoiceField } from '../../ui/fields/choice-field.tsx';
import { useText } from '../../ui/language.tsx';
import { ErrorState, LoadingLines } from '../../ui/notice.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import type { Campaign } from '../campaigns.ts';
import { rankingOf, scorecardWhole } from '../queries.ts';
import { readDocument } from '../scorecards/read-document.ts';
import { FigureDownloads } from './figure-downloads.tsx';
import { FigureGrid } from './figure-grid.tsx';
import styles from './figures.module.css';
import { ImportForm } from './import-form.tsx';
import { type LoadedSheet, type SheetPart, sheetOf } from './load-sheet.ts';
import { UnitDescription } from './units/unit-description.tsx';

type CampaignSheetProps = { readonly campaign: Campaign; readonly unit: string | undefined };

/** What is needed to enter figures: the scorecard, the figures so far and where the units stand. */
export function CampaignSheet({ campaign, unit }: CampaignSheetProps) {
  const { shell } = useText();
  const whole = useQuery(scorecardWhole(campaign.scorecardId));
  const read = useMemo(
    () => (whole.data === undefined ? undefined : readDocument(whole.data.document)),
    [whole.data],
  );
  if (whole.error !== null) return <ErrorState sentence={shell.refused[failureOf(whole.error).code]} />;
  if (read?.scorecard === undefined) return <LoadingLines lines={14} />;
  return <ScorecardSheet campaign={campaign} scorecard={read.scorecard} unit={unit} />;
}

type ScorecardSheetProps = CampaignSheetProps & { readonly scorecard: Scorecard };

/** One field of the tree at a time, so that its criteria fit on the screen and its figures load soon, or all of them. */
function ScorecardSheet({ campaign, scorecard, unit }: ScorecardSheetProps) {
  const { shell } = useText();
  const [field, setField] = useState(scorecard.criteria[0]?.code ?? '');
  const unitId = UnitId.safeParse(unit).data;
  const part: SheetPart = unitId !== undefined ? { unitId } : field === ALL ? {} : { criterion: field };
  const asked = useQuery(sheetOf(campaign, part));
  // What is typed stays on the screen while another field is loading, and when it cannot be loaded.
  const [last, setLast] = useState<LoadedSheet>();
  if (asked.data !== undefined && asked.data !== last) setLast(asked.data);
  const figures = asked.data ?? last;
  const failed = asked.error && <ErrorState sentence={shell.refused[failureOf(asked.error).code]} />;
  if (figures === undefined) return failed ?? <LoadingLines lines={14} />;
  return (
    <>
      {failed}
      <FieldSheet
        {...{ campaign, scorecard, figures, field }}
        onField={setField}
        loading={asked.data === undefined && failed === null}
      />
    </>
  );
}

type FieldSheetProps = {
  readonly campaign: Campaign;
  readonly scorecard: Scorecard;
  /** Of the field that was shown before, while those of another one are loading. */
  readonly figures: LoadedSheet;
  readonly field: string;
  readonly onField: (code: string) => void;
  readonly loading: boolean;
};

/** No code of a criterion. */
const ALL = ' ';

/** Loading and drawing more figures at once than this keeps people waiting: then there is one field at a time. */
const MOST_CELLS = 100_000;

function FieldSheet({ campaign, scorecard, figures, field, onField, loading }: FieldSheetProps) {
  const { parIndex } = useText();
  const [opened, setOpened] = useState<string>();
  const [importing, setImporting] = useState(false);
  const ranking = useQuery(rankingOf(campaign.scorecardId, campaign.period));
  const { part, units } = figures;
  const shown = part.unitId === undefined ? part.criterion : field;
  const leaves = useMemo(() => leavesOf(scorecard, shown), [scorecard, shown]);
  const standing = useMemo(() => new Map(ranking.data?.rows.map((row) => [row.unitId, row])), [ranking.data]);
  const partOf = (leaf: Leaf): SheetPart =>
    part.unitId === undefined ? { criterion: fieldOf(scorecard, leaf) } : part;
  const about = units.find(({ unitId }) => unitId === opened);
  const editable = units.some((one) => one.editable);
  return (
    <div className={styles.sheet}>
      {figures.published && <StatusMark meaning="safe" word={parIndex.figuresFrozen} />}
      {importing && <ImportForm campaign={campaign} onDone={() => setImporting(false)} />}
      <div className={styles.panes} data-open={about !== undefined}>
        <FigureGrid
          campaign={campaign}
          scorecard={scorecard}
          leaves={leaves}
          units={units}
          cells={figures.cells}
          partOf={partOf}
          standing={standing}
          onUnit={setOpened}
          tools={
            <Tools
              {...{ campaign, scorecard, figures, field, onField, loading }}
              editable={editable && !figures.published}
              {...(!importing && { onImport: () => setImporting(true) })}
            />
          }
        />
        {about !== undefined && (
          <UnitDescription
            key={`${about.unitId} ${about.revision}`}
            campaign={campaign}
            scorecard={scorecard}
            units={units}
            unit={about}
            onClose={() => setOpened(undefined)}
          />
        )}
      </div>
    </div>
  );
}

type ToolsProps = FieldSheetProps & { readonly editable: boolean; readonly onImport?: () => void };

function Tools({ campaign, scorecard, figures, field, onField, loading, editable, onImport }: ToolsProps) {
  const { parIndex, figureSheets, unitInPeriod, shell } = useText();
  const fields = scorecard.criteria.map(({ code, name }) => ({ value: code, label: `${code}. ${name}` }));
  const all = { value: ALL, label: unitInPeriod.allFields };
  const few = figures.shown * leavesOf(scorecard, undefined).length <= MOST_CELLS;
  return (
    <>
      <div className={styles.field}>
        <ChoiceField
          label={parIndex.fieldToEnter}
          choices={few ? [...fields, all] : fields}
          value={field}
          onChange={(code) => code !== '' && onField(code)}
        />
      </div>
      {loading && <span role="status">{shell.loading}</span>}
      {editable && onImport !== undefined && (
        <Button variant="default" onClick={onImport}>
          {figureSheets.import}
        </Button>
      )}
      <FigureDownloads campaign={campaign} template={editable} />
    </>
  );
}

function leavesOf(scorecard: Scorecard, code: string | undefined): Leaf[] {
  const root = code === undefined ? undefined : scorecard.byCode.get(code);
  return (root === undefined ? scorecard.criteria : [root]).flatMap(leavesBelow);
}

/** Code of the root that the leaf is below. */
function fieldOf(scorecard: Scorecard, leaf: Leaf): string {
  const root = scorecard.criteria.findLast(({ position }) => position <= leaf.position);
  return root?.code ?? leaf.code;
}
