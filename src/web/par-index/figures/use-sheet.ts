import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { api, client } from '../../api/client.ts';
import { useCommand } from '../../api/command.ts';
import { useText } from '../../ui/language.tsx';
import type { Campaign } from '../campaigns.ts';
import type { CellWords } from './cell-text.ts';
import { type Cell, changesOf } from './grid-cells.ts';
import { change, type Place, redo, UNTOUCHED, undo } from './sheet.ts';

export function useCellWords(): CellWords {
  const { parIndex } = useText();
  const { nothingAroseWord, neverWord, eventWord } = parIndex;
  return useMemo(
    () => ({ nothingArose: nothingAroseWord, never: neverWord, event: eventWord }),
    [nothingAroseWord, neverWord, eventWord],
  );
}

/** The sheet as it stands: typed texts over stored ones, the way back, and saving all cells or none. */
export function useSheet(campaign: Campaign, grid: readonly (readonly Cell[])[], words: CellWords) {
  const { parIndex } = useText();
  const queries = useQueryClient();
  const [sheet, setSheet] = useState(UNTOUCHED);
  const { cells, wrong } = useMemo(() => changesOf(grid, sheet, words), [grid, sheet, words]);
  const command = useCommand(client.figures.save, async () => {
    await queries.invalidateQueries({ queryKey: api.figures.key() });
    await queries.invalidateQueries({ queryKey: api.results.key() });
    setSheet(UNTOUCHED);
    notifications.show({ message: parIndex.saved });
  });
  const cellAt = ({ row, column }: Place) => grid[row]?.[column];
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
      const step = texts.flatMap(([place, after]) => {
        const cell = cellAt(place);
        if (cell === undefined || cell.off || !cell.unit.editable) return [];
        return [{ key: cell.key, before: textOf(cell), after: after.trim() }];
      });
      setSheet((known) => change(known, step));
    },
  };
}

export type OpenSheet = ReturnType<typeof useSheet>;
