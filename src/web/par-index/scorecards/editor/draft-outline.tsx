import { notifications } from '@mantine/notifications';
import { useMemo, useRef, useState } from 'react';
import { isObject } from '../../../../domain/par-index/scorecard/draft/draft.ts';
import {
  addAfter,
  addBelow,
  changeFields,
  type Move,
  move,
  nodeOf,
  remove,
} from '../../../../domain/par-index/scorecard/draft/outline.ts';
import { printNumber } from '../../../../text/numbers.ts';
import { useLanguage } from '../../../ui/language.tsx';
import { Outline, type OutlineCommand } from '../../../ui/tree/outline.tsx';
import styles from './editor.module.css';
import { outliner } from './outline-nodes.ts';
import { OutlineTools } from './outline-tools.tsx';
import type { DraftEditing } from './use-draft-editor.ts';

/** The tree of a draft with its tools: what is written in the tree is the tree itself. */
export function DraftOutline({ editing }: { readonly editing: DraftEditing }) {
  const { text, language } = useLanguage();
  const { scorecardEditor: words } = text;
  const { draft, current, verdict } = editing;
  const [renaming, setRenaming] = useState(false);
  const typing = useRef(false);
  const lines = useMemo(() => outliner(words, language), [words, language]);
  const roots = useMemo(() => lines(draft), [lines, draft]);
  const marks = useMemo(() => {
    const counts = new Map<string, number>();
    for (const { id } of verdict.faults) counts.set(`${id}`, (counts.get(`${id}`) ?? 0) + 1);
    return new Map(
      [...counts].map(([id, count]) => [id, words.faultsHere(printNumber(`${count}`, language))]),
    );
  }, [verdict, words, language]);
  const rename = (on: boolean) => {
    typing.current = on;
    setRenaming(on);
  };

  const onCommand = (command: OutlineCommand) => {
    const node = nodeOf(draft, current);
    if (command === 'after' || command === 'below') {
      editing.go(command === 'after' ? addAfter(draft, current) : addBelow(draft, current));
      return rename(true);
    }
    if (node === undefined) return;
    if (command === 'rename') return rename(true);
    if (command !== 'remove') return editing.change(move(draft, current, command));
    editing.go(remove(draft, current));
    const { code, name } = node.fields;
    notifications.show({
      message: words.removed([code, name].filter(Boolean).join(' ')),
      closeButtonProps: { 'aria-label': text.shell.close },
    });
  };
  const onRenamed = (name: string | null, then?: Move) => {
    if (!typing.current) return;
    const named =
      name === null ? draft : changeFields(draft, current, (fields) => ({ ...fields, name: name.trim() }));
    const same = nodeOf(draft, current)?.fields.name === nodeOf(named, current)?.fields.name;
    const next = then === undefined ? named : move(same ? draft : named, current, then);
    if (!same || then !== undefined) editing.change(next);
    if (then === undefined) rename(false);
  };
  const { rounding } = draft.head;
  const leaf = isObject(rounding) && isObject(rounding.leaf) ? rounding.leaf.decimals : undefined;
  return (
    <div className={styles.outline}>
      <OutlineTools editing={editing} onCommand={onCommand} />
      <div className={styles.lines}>
        <Outline
          label={words.tree}
          roots={roots}
          current={`${current}`}
          renaming={renaming}
          nameLabel={words.name}
          marks={marks}
          decimals={typeof leaf === 'number' && leaf >= 0 && leaf <= 3 ? leaf : 2}
          onCurrent={(id, walking) => editing.select(Number(id), walking)}
          onCommand={onCommand}
          onRenamed={onRenamed}
        />
      </div>
      <p className={styles.keys} role="status">
        {renaming ? words.renaming : words.keys}
      </p>
    </div>
  );
}
