import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useBlocker } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { api, client } from '../../api/client.ts';
import { useCommand } from '../../api/command.ts';
import { useText } from '../../ui/language.tsx';
import type { Campaign } from '../campaigns.ts';
import type { CellWords } from './cells/cell-text.ts';
import { type Cell, changesOf, type Grid } from './grid-cells.ts';
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
export function useSheet(campaign: Campaign, grid: Grid, words: CellWords) {
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
  const textOf = (cell: Cell) => sheet.edits.get(cell.key) ?? cell.text;
  return {
    cellAt,
    textOf,
    wrong,
    changes: cells.length,
    command,
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
