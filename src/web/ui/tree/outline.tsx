import { type KeyboardEvent, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { OutlineRow } from './outline-row.tsx';
import styles from './tree.module.css';
import { keyMove } from './tree-keys.ts';
import { idsAbove, type TreeNode, treeRows } from './tree-rows.ts';

/** A line of an outline: a code before the label, a number after it, in plain decimal form. */
export type OutlineNode = TreeNode & {
  readonly code: string;
  readonly number: string;
  readonly children: readonly OutlineNode[];
};

export type OutlineCommand = 'after' | 'below' | 'rename' | 'remove' | 'up' | 'down' | 'in' | 'out';

type OutlineProps = {
  readonly label: string;
  readonly roots: readonly OutlineNode[];
  readonly current: string;
  /** The current line is being renamed. */
  readonly renaming: boolean;
  readonly nameLabel: string;
  /** What is wrong with a line, in a word or two. */
  readonly marks: ReadonlyMap<string, string>;
  readonly decimals: number;
  /** `walking` when keys went there, which may go on at once. */
  readonly onCurrent: (id: string, walking?: boolean) => void;
  readonly onCommand: (command: OutlineCommand) => void;
  /** A new name, and what to do next with the line; null leaves the name as it was. */
  readonly onRenamed: (name: string | null, then?: 'in' | 'out') => void;
};

/** More lines than this begin with only their upper two levels open. */
const SHOWN_WHOLE = 40;

/**
 * A tree that is written in: arrows walk it, Enter adds a line, Alt and arrows move it, F2 renames. The line in work is
 * the one that has the focus, and keeps it wherever it moves.
 */
export function Outline(props: OutlineProps) {
  const { roots, current, renaming, onCurrent, onCommand } = props;
  const [closed, setClosed] = useState<ReadonlySet<string>>(() => closedAtFirst(roots));
  const list = useRef<HTMLDivElement>(null);
  const owns = useRef(false);
  useEffect(() => {
    const above = idsAbove(roots, current);
    setClosed((known) =>
      above.some((id) => known.has(id)) ? new Set([...known].filter((id) => !above.includes(id))) : known,
    );
  }, [roots, current]);
  const rows = useMemo(() => {
    const open = new Set(roots.flatMap(idsBelow).filter((id) => !closed.has(id)));
    return treeRows(roots, open, '');
  }, [roots, closed]);
  const currentShown = rows.some(({ node }) => node.id === current);

  useLayoutEffect(() => {
    const { activeElement } = document;
    const within = list.current?.contains(activeElement) ?? false;
    if (!owns.current || renaming || (!within && activeElement !== document.body)) return;
    const row = list.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(current)}"]`);
    if (row !== null && row !== activeElement) row?.focus();
  });

  const toggle = (id: string, open: boolean) =>
    setClosed((known) => (open ? new Set([...known].filter((one) => one !== id)) : new Set([...known, id])));

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLInputElement) return;
    const index = rows.findIndex(({ node }) => node.id === current);
    const row = rows[index];
    const command = commandOf(event);
    if (command !== undefined) {
      event.preventDefault();
      return onCommand(command);
    }
    if (row === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const move = keyMove(event.key, row, index, rows);
    if (move === undefined) return;
    event.preventDefault();
    if (move.toggle !== undefined) toggle(row.node.id, move.toggle);
    if (move.to !== undefined) onCurrent(move.to, true);
  };

  return (
    <div
      ref={list}
      role="tree"
      aria-label={props.label}
      className={styles.tree}
      onKeyDown={onKeyDown}
      onFocus={() => {
        owns.current = true;
      }}
      onBlur={({ relatedTarget }) => {
        if (relatedTarget !== null && !list.current?.contains(relatedTarget)) owns.current = false;
      }}
    >
      {rows.map(({ node, level, position, siblings, open }, index) => (
        <OutlineRow
          key={node.id}
          node={outlineNode(node)}
          level={level}
          position={position}
          siblings={siblings}
          open={node.children.length > 0 ? open : undefined}
          current={node.id === current}
          tabStop={node.id === current || (!currentShown && index === 0)}
          renaming={renaming && node.id === current}
          nameLabel={props.nameLabel}
          mark={props.marks.get(node.id)}
          decimals={props.decimals}
          onCurrent={onCurrent}
          onToggle={toggle}
          onRename={onCommand}
          onRenamed={props.onRenamed}
        />
      ))}
    </div>
  );
}

/** The lines are those of an outline; `treeRows` hands them on as it got them. */
function outlineNode(node: TreeNode): OutlineNode {
  return isOutlineNode(node) ? node : { ...node, code: '', number: '', children: [] };
}

function isOutlineNode(node: TreeNode): node is OutlineNode {
  return 'code' in node && 'number' in node;
}

function commandOf({ key, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): OutlineCommand | undefined {
  if (altKey) return ALT_KEYS[key];
  if (key === 'Enter') return ctrlKey || metaKey ? 'below' : 'after';
  if (ctrlKey || metaKey || shiftKey) return undefined;
  if (key === 'F2') return 'rename';
  return key === 'Delete' ? 'remove' : undefined;
}

const ALT_KEYS: Record<string, OutlineCommand> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowRight: 'in',
  ArrowLeft: 'out',
};

function idsBelow(node: TreeNode): string[] {
  return [node.id, ...node.children.flatMap(idsBelow)];
}

function closedAtFirst(roots: readonly TreeNode[]): ReadonlySet<string> {
  if (roots.flatMap(idsBelow).length <= SHOWN_WHOLE) return new Set();
  return new Set(roots.flatMap(({ children }) => children.flatMap(idsBelow)));
}
