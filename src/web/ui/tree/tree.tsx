import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import styles from './tree.module.css';
import { keyMove } from './tree-keys.ts';
import { idsAbove, type TreeNode, type TreeRow, treeRows } from './tree-rows.ts';

type TreeProps = {
  readonly label: string;
  readonly roots: readonly TreeNode[];
  readonly selected: string | undefined;
  readonly typed: string;
  readonly onSelect: (id: string) => void;
};

/** A tree walked with the arrow keys: right opens, left closes or goes up, Enter chooses. */
export function Tree({ label, roots, selected, typed, onSelect }: TreeProps) {
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set(roots.map(({ id }) => id)));
  const [focused, setFocused] = useState<string>();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (selected !== undefined) setOpen((known) => new Set([...known, ...idsAbove(roots, selected)]));
  }, [roots, selected]);
  const rows = useMemo(() => treeRows(roots, open, typed), [roots, open, typed]);
  const tabStop =
    [focused, selected].find((id) => rows.some(({ node }) => node.id === id)) ?? rows[0]?.node.id;

  const toggle = (id: string, wanted: boolean) => {
    const next = new Set(open);
    if (wanted) next.add(id);
    else next.delete(id);
    setOpen(next);
  };
  const focus = (id: string | undefined) => {
    if (id === undefined) return;
    setFocused(id);
    list.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent, row: TreeRow, index: number) => {
    const move = keyMove(event.key, row, index, rows);
    if (move === undefined) return;
    event.preventDefault();
    if (move.toggle !== undefined) toggle(row.node.id, move.toggle);
    if (move.choose) onSelect(row.node.id);
    focus(move.to);
  };

  return (
    <div ref={list} role="tree" aria-label={label} className={styles.tree}>
      {rows.map((row, index) => (
        <div
          key={row.node.id}
          role="treeitem"
          data-id={row.node.id}
          aria-level={row.level}
          aria-posinset={row.position}
          aria-setsize={row.siblings}
          aria-selected={row.node.id === selected}
          {...(row.node.children.length > 0 && { 'aria-expanded': row.open })}
          tabIndex={row.node.id === tabStop ? 0 : -1}
          className={styles.row}
          style={{ paddingLeft: `${(row.level - 1) * 1.25}rem` }}
          onClick={() => onSelect(row.node.id)}
          onFocus={() => setFocused(row.node.id)}
          onKeyDown={(event) => onKeyDown(event, row, index)}
        >
          {/* biome-ignore lint/a11y/useKeyWithClickEvents: left and right arrow do the same by keyboard */}
          {/* biome-ignore lint/a11y/noStaticElementInteractions: a convenience for the mouse only */}
          <span
            className={styles.twist}
            data-leaf={row.node.children.length === 0}
            data-open={row.open}
            onClick={(event) => {
              event.stopPropagation();
              toggle(row.node.id, !row.open);
            }}
          />
          <span className={styles.label}>{row.node.label}</span>
          {row.node.hint !== undefined && <span className={styles.hint}>{row.node.hint}</span>}
        </div>
      ))}
    </div>
  );
}
