import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useBlocker } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { Leaf } from '../../../domain/par-index/scorecard/scorecard.ts';
import { api, client } from '../../api/client.ts';
import { useCommand } from '../../api/command.ts';
import { useText } from '../../ui/language.tsx';
import type { Campaign } from '../campaigns.ts';
import type { CellWords } from './cells/cell-text.ts';
import { byKey, type Cell, changesOf, type Grid, keyOf, storedAnew } from './grid-cells.ts';
import { type SheetPart, sheetOf } from './load-sheet.ts';
import { change, type Place, redo, UNTOUCHED, undo } from './sheet.ts';

export function useCellWords(): CellWords {
  const { parIndex } = useText();
  const { nothingAroseWord, neverWord, eventWord } = parIndex;
  return useMemo(
    () => ({ nothingArose: nothingAroseWord, never: neverWord, event: eventWord }),
    [nothingAroseWord, neverWord, eventWord],
  );
}

/**
 * The sheet as it stands: typed texts over stored ones, the way back, and saving all cells or none. Cells typed in one
 * field stay typed while another is shown; each is saved on the revision on which it was first touched.
 */
export function useSheet(
  campaign: Campaign,
  grid: Grid,
  words: CellWords,
  partOf: (leaf: Leaf) => SheetPart,
) {
  const { parIndex } = useText();
  const queries = useQueryClient();
  const [sheet, setSheet] = useState(UNTOUCHED);
  const [touched, setTouched] = useState<ReadonlyMap<string, Cell>>(new Map());
  const { cells, wrong } = useMemo(() => changesOf(touched.values(), sheet, words), [touched, sheet, words]);
  useBlocker({
    shouldBlockFn: () => !window.confirm(parIndex.leaveUnsaved),
    enableBeforeUnload: cells.length > 0,
    disabled: cells.length === 0,
  });
  const command = useCommand(client.figures.save, async () => {
    await queries.invalidateQueries({ queryKey: api.figures.key() });
    await queries.invalidateQueries({ queryKey: api.results.key() });
    setSheet(UNTOUCHED);
    setTouched(new Map());
    notifications.show({ message: parIndex.saved });
  });
  const cellAt = ({ row, column }: Place) => grid.cellAt(row, column);
  const refused = command.faults.flatMap(({ path: [list, at], code }) => {
    const sent = list === 'cells' && code === 'saved_since' ? cells[Number(at)] : undefined;
    const cell = sent && touched.get(keyOf(sent.unitId, sent.code));
    return cell === undefined ? [] : [cell];
  });
  const takeNew = async () => {
    await queries.invalidateQueries({ queryKey: api.figures.key() });
    const leaves = [...touched.values()].map(({ leaf }) => leaf);
    const parts = new Map(leaves.map(partOf).map((part) => [part.criterion, sheetOf(campaign, part)]));
    const sheets = await Promise.all([...parts.values()].map((part) => queries.fetchQuery(part)));
    const stored = byKey(sheets.flatMap((loaded) => loaded.cells));
    setTouched((known) => new Map([...known].map(([key, cell]) => [key, storedAnew(cell, stored, words)])));
    command.reset();
  };
  const textOf = (cell: Cell) => sheet.edits.get(cell.key) ?? cell.text;
  return {
    cellAt,
    textOf,
    wrong,
    changes: cells.length,
    command,
    /** Cells that somebody else saved since; nothing was saved. */
    refused,
    takeNew,
    save: () => command.run({ ...campaign, cells }),
    canUndo: sheet.past.length > 0,
    canRedo: sheet.future.length > 0,
    undo: () => setSheet(undo),
    redo: () => setSheet(redo),
    /** Puts texts into cells, as one step; cells that take nothing are passed over. */
    put: (texts: readonly (readonly [Place, string])[]) => {
      const taken = texts.flatMap(([place, after]) => {
        const cell = cellAt(place);
        return cell === undefined || cell.off || !cell.unit.editable ? [] : [{ cell, after: after.trim() }];
      });
      const step = taken.map(({ cell, after }) => ({ key: cell.key, before: textOf(cell), after }));
      setTouched((known) => new Map([...taken.map(({ cell }) => [cell.key, cell] as const), ...known]));
      setSheet((known) => change(known, step));
    },
  };
}

export type OpenSheet = ReturnType<typeof useSheet>;
