import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { FigureSheet } from '../../../domain/par-index/campaign/figure-record.ts';
import type { Scorecard } from '../../../domain/par-index/scorecard/scorecard.ts';
import { api } from '../../api/client.ts';
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
import { leavesBelow } from './grid-cells.ts';
import { ImportForm } from './import-form.tsx';
import { UnitDescription } from './units/unit-description.tsx';

type CampaignSheetProps = { readonly campaign: Campaign; readonly unit: string | undefined };

/** What is needed to enter figures: the scorecard, the figures so far and where the units stand. */
export function CampaignSheet({ campaign, unit }: CampaignSheetProps) {
  const { shell } = useText();
  const whole = useQuery(scorecardWhole(campaign.scorecardId));
  const figures = useQuery(api.figures.list.queryOptions({ input: campaign }));
  const read = useMemo(
    () => (whole.data === undefined ? undefined : readDocument(whole.data.document)),
    [whole.data],
  );
  const failed = whole.error ?? figures.error;
  if (failed !== null) return <ErrorState sentence={shell.refused[failureOf(failed).code]} />;
  if (read?.scorecard === undefined || figures.data === undefined) return <LoadingLines lines={14} />;
  return <FieldSheet campaign={campaign} scorecard={read.scorecard} figures={figures.data} unit={unit} />;
}

type FieldSheetProps = {
  readonly campaign: Campaign;
  readonly scorecard: Scorecard;
  readonly figures: FigureSheet;
  readonly unit: string | undefined;
};

/** No code of a criterion. */
const ALL = ' ';

/** One field of the tree at a time, so that its criteria fit on the screen, or all of them. */
function FieldSheet({ campaign, scorecard, figures, unit }: FieldSheetProps) {
  const { parIndex, figureSheets, unitInPeriod } = useText();
  const [opened, setOpened] = useState<string>();
  const [field, setField] = useState(scorecard.criteria[0]?.code ?? '');
  const [importing, setImporting] = useState(false);
  const ranking = useQuery(rankingOf(campaign.scorecardId, campaign.period));
  const root = scorecard.byCode.get(field);
  const leaves = useMemo(
    () => (root === undefined ? scorecard.criteria : [root]).flatMap(leavesBelow),
    [root, scorecard],
  );
  const standing = useMemo(() => new Map(ranking.data?.rows.map((row) => [row.unitId, row])), [ranking.data]);
  const units = useMemo(
    () => (unit === undefined ? figures.units : figures.units.filter(({ unitId }) => unitId === unit)),
    [figures.units, unit],
  );
  const about = units.find(({ unitId }) => unitId === opened);
  const editable = figures.units.some((one) => one.editable);
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
          standing={standing}
          onUnit={setOpened}
          tools={
            <>
              <div className={styles.field}>
                <ChoiceField
                  label={parIndex.fieldToEnter}
                  choices={[
                    ...scorecard.criteria.map(({ code, name }) => ({
                      value: code,
                      label: `${code}. ${name}`,
                    })),
                    { value: ALL, label: unitInPeriod.allFields },
                  ]}
                  value={field}
                  onChange={(code) => code !== '' && setField(code)}
                />
              </div>
              {editable && !figures.published && !importing && (
                <Button variant="default" onClick={() => setImporting(true)}>
                  {figureSheets.import}
                </Button>
              )}
              <FigureDownloads campaign={campaign} template={editable && !figures.published} />
            </>
          }
        />
        {about !== undefined && (
          <UnitDescription
            key={`${about.unitId} ${about.revision}`}
            campaign={campaign}
            scorecard={scorecard}
            units={figures.units}
            unit={about}
            onClose={() => setOpened(undefined)}
          />
        )}
      </div>
    </div>
  );
}
