import { type KeyboardEvent, memo, useEffect, useRef, useState } from 'react';
import { Aligned } from '../aligned.tsx';
import type { OutlineCommand, OutlineNode } from './outline.tsx';
import styles from './tree.module.css';

type OutlineRowProps = {
  readonly node: OutlineNode;
  readonly level: number;
  readonly position: number;
  readonly siblings: number;
  /** Undefined for a line with nothing below it. */
  readonly open: boolean | undefined;
  readonly current: boolean;
  readonly tabStop: boolean;
  readonly renaming: boolean;
  readonly nameLabel: string;
  readonly mark: string | undefined;
  readonly decimals: number;
  readonly onCurrent: (id: string) => void;
  readonly onToggle: (id: string, open: boolean) => void;
  readonly onRename: (command: OutlineCommand) => void;
  readonly onRenamed: (name: string | null, then?: 'in' | 'out') => void;
};

/** One line of an outline; drawn again only when something of its own changes. */
export const OutlineRow = memo(
  function OutlineRow(props: OutlineRowProps) {
    const { node, open, current, onCurrent, onToggle } = props;
    return (
      // biome-ignore lint/a11y/useKeyWithClickEvents: the tree around it takes the keys
      <div
        role="treeitem"
        data-id={node.id}
        aria-level={props.level}
        aria-posinset={props.position}
        aria-setsize={props.siblings}
        aria-selected={current}
        {...(open !== undefined && { 'aria-expanded': open })}
        tabIndex={props.tabStop ? 0 : -1}
        className={styles.line}
        style={{ paddingLeft: `${(props.level - 1) * 1.25}rem` }}
        onClick={() => onCurrent(node.id)}
        onDoubleClick={() => props.onRename('rename')}
      >
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: left and right arrow do the same by keyboard */}
        {/* biome-ignore lint/a11y/noStaticElementInteractions: a convenience for the mouse only */}
        <span
          className={styles.twist}
          data-leaf={open === undefined}
          data-open={open ?? false}
          onClick={(event) => {
            event.stopPropagation();
            if (open !== undefined) onToggle(node.id, !open);
          }}
        />
        {node.code !== '' && <span className={styles.code}>{node.code}</span>}
        {props.renaming ? (
          <NameInput name={node.label} label={props.nameLabel} onRenamed={props.onRenamed} />
        ) : (
          <span className={styles.name}>{node.label}</span>
        )}
        {props.mark !== undefined && <span className={styles.mark}>{props.mark}</span>}
        {node.hint !== undefined && <span className={styles.note}>{node.hint}</span>}
        <span className={styles.figure}>
          <Aligned written={node.number} decimals={props.decimals} />
        </span>
      </div>
    );
  },
  (before, after) =>
    KEYS.every((key) => before[key] === after[key]) &&
    (!after.current || before.onRenamed === after.onRenamed),
);

/** What a line shows; its handlers read what is current when they are called. */
const KEYS = [
  'node',
  'level',
  'position',
  'siblings',
  'open',
  'current',
  'tabStop',
  'renaming',
  'nameLabel',
  'mark',
  'decimals',
] as const;

type NameInputProps = {
  readonly name: string;
  readonly label: string;
  readonly onRenamed: (name: string | null, then?: 'in' | 'out') => void;
};

/** Tab moves the line only while its name is being typed, and Escape or Enter ends that. */
function NameInput({ name, label, onRenamed }: NameInputProps) {
  const [typed, setTyped] = useState(name);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (document.activeElement === input.current) return;
    input.current?.focus();
    input.current?.select();
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const answer = answerOf(event);
    if (answer === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (answer === 'drop') onRenamed(null);
    else if (answer === 'keep') onRenamed(typed);
    else onRenamed(typed, answer);
  };
  return (
    <input
      ref={input}
      aria-label={label}
      className={styles.input}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
      onBlur={() => onRenamed(typed)}
    />
  );
}

function answerOf({ key, shiftKey }: KeyboardEvent): 'keep' | 'drop' | 'in' | 'out' | undefined {
  if (key === 'Enter') return 'keep';
  if (key === 'Escape') return 'drop';
  if (key === 'Tab') return shiftKey ? 'out' : 'in';
  return undefined;
}
