import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import {
  ArrowDown,
  ArrowUp,
  CornerDownRight,
  IndentDecrease,
  IndentIncrease,
  type LucideIcon,
  MoreHorizontal,
  Pencil,
  Plus,
  Redo2,
  Trash2,
  Undo2,
} from 'lucide-react';
import { renumber } from '../../../../domain/par-index/scorecard/draft/codes.ts';
import { HEAD } from '../../../../domain/par-index/scorecard/draft/draft.ts';
import { mayMove, nodeOf } from '../../../../domain/par-index/scorecard/draft/outline.ts';
import { sumBelow, takeSum } from '../../../../domain/par-index/scorecard/draft/sums.ts';
import { useText } from '../../../ui/language.tsx';
import type { OutlineCommand } from '../../../ui/tree/outline.tsx';
import styles from './editor.module.css';
import type { DraftEditing } from './use-draft-editor.ts';

type OutlineToolsProps = {
  readonly editing: DraftEditing;
  readonly onCommand: (command: OutlineCommand) => void;
};

/** Everything that the keys do, as buttons; what cannot be done now stays where it is and does nothing. */
export function OutlineTools({ editing, onCommand }: OutlineToolsProps) {
  const { scorecardEditor: words } = useText();
  const { draft, current } = editing;
  const may = mayMove(draft, current);
  const real = current !== HEAD;
  const command = (one: OutlineCommand) => () => onCommand(one);
  return (
    <div role="toolbar" aria-label={words.tools} className={styles.toolbar}>
      <Tool icon={Undo2} name={words.undo} keys="Ctrl+Z" on={editing.canUndo} run={editing.undo} />
      <Tool icon={Redo2} name={words.redo} keys="Ctrl+Shift+Z" on={editing.canRedo} run={editing.redo} />
      <span className={styles.split} />
      <Tool icon={Plus} name={words.addAfter} keys="Enter" on run={command('after')} />
      <Tool icon={CornerDownRight} name={words.addBelow} keys="Ctrl+Enter" on run={command('below')} />
      <Tool icon={Pencil} name={words.rename} keys="F2" on={real} run={command('rename')} />
      <span className={styles.split} />
      <Tool icon={ArrowUp} name={words.moveUp} keys="Alt+↑" on={may.up} run={command('up')} />
      <Tool icon={ArrowDown} name={words.moveDown} keys="Alt+↓" on={may.down} run={command('down')} />
      <Tool icon={IndentIncrease} name={words.moveIn} keys="Alt+→" on={may.in} run={command('in')} />
      <Tool icon={IndentDecrease} name={words.moveOut} keys="Alt+←" on={may.out} run={command('out')} />
      <span className={styles.split} />
      <Tool icon={Trash2} name={words.remove} keys="Delete" on={real} run={command('remove')} />
      <MoreMenu editing={editing} />
    </div>
  );
}

type ToolProps = {
  readonly icon: LucideIcon;
  readonly name: string;
  readonly keys: string;
  readonly on: boolean;
  readonly run: () => void;
};

function Tool({ icon: Icon, name, keys, on, run }: ToolProps) {
  return (
    <Tooltip label={`${name} (${keys})`}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="2rem"
        className={styles.tool ?? ''}
        aria-label={name}
        aria-disabled={!on}
        onClick={() => on && run()}
      >
        <Icon size={17} aria-hidden="true" />
      </ActionIcon>
    </Tooltip>
  );
}

function MoreMenu({ editing }: { readonly editing: DraftEditing }) {
  const { scorecardEditor: words } = useText();
  const { draft, current, change } = editing;
  const node = nodeOf(draft, current);
  const sum = sumBelow(draft, current);
  const group = node !== undefined && node.children.length > 0;
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="2rem"
          className={styles.tool ?? ''}
          aria-label={words.more}
        >
          <MoreHorizontal size={17} aria-hidden="true" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item disabled={!group} onClick={() => change(renumber(draft, current))}>
          {words.renumberBelow(String(node?.fields.code ?? ''))}
        </Menu.Item>
        <Menu.Item onClick={() => change(renumber(draft, HEAD))}>{words.renumberWhole}</Menu.Item>
        <Menu.Item
          disabled={sum === undefined || sum.order === 'equal'}
          onClick={() => change(takeSum(draft, current))}
        >
          {words.takeSum}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
