import { type ReactNode, useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { Step } from '../../../../domain/kernel/fault.ts';
import { HEAD } from '../../../../domain/par-index/scorecard/draft/draft.ts';
import { nodeOf } from '../../../../domain/par-index/scorecard/draft/outline.ts';
import { useLanguage } from '../../../ui/language.tsx';
import { atOf, FaultsHere } from '../draft-fields/faults-here.ts';
import { CriterionForm } from '../forms/criterion-form.tsx';
import { FactsForm } from '../forms/facts-form.tsx';
import styles from './editor.module.css';
import { type PlacedFault, sayPlaced } from './judge.ts';
import type { DraftEditing } from './use-draft-editor.ts';

type InspectorProps = {
  readonly editing: DraftEditing;
  /** A fault to whose field the focus goes. */
  readonly target: PlacedFault | undefined;
  readonly onReached: () => void;
  readonly indexKind?: ReactNode;
};

/** The criterion in work, or the particulars of the scorecard, with every fault at its field. */
export function Inspector({ editing, target, onReached, indexKind }: InspectorProps) {
  const { text, language } = useLanguage();
  const { draft, current, verdict } = editing;
  const form = useRef<HTMLElement>(null);
  const [homeless, setHomeless] = useState<readonly string[]>([]);
  const own = verdict.faults.filter(({ id }) => id === current);
  const said = useCallback(
    (path: readonly Step[]) => {
      const found = verdict.faults.filter(({ id, rest }) => id === current && atOf(rest) === atOf(path));
      return found.length === 0
        ? undefined
        : found.map((fault) => sayPlaced(fault, language, text)).join('. ');
    },
    [verdict, current, language, text],
  );
  // Only once the fields are drawn is it known which faults none of them shows.
  useLayoutEffect(() => {
    const without = own.filter(({ rest }) => fieldAt(form.current, rest) === null);
    const sentences = without.map((fault) => sayPlaced(fault, language, text));
    setHomeless((known) => (known.join('\n') === sentences.join('\n') ? known : sentences));
  });
  useLayoutEffect(() => {
    if (target === undefined || target.id !== current) return;
    focusNear(form.current, target.rest);
    onReached();
  }, [target, current, onReached]);

  const node = nodeOf(draft, current);
  const words = text.scorecardEditor;
  const name =
    typeof node?.fields.name === 'string' && node.fields.name !== '' ? node.fields.name : words.unnamed;
  const title = current === HEAD ? words.facts : `${String(node?.fields.code ?? '')}. ${name}`;
  return (
    <section ref={form} className={styles.inspector} aria-label={title}>
      <h2>{title}</h2>
      {homeless.length > 0 && (
        <ul className={styles.homeless}>
          {homeless.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      <FaultsHere value={said}>
        {node === undefined ? (
          <FactsForm editing={editing} indexKind={indexKind} />
        ) : (
          <CriterionForm key={node.id} editing={editing} node={node} />
        )}
      </FaultsHere>
    </section>
  );
}

function fieldAt(form: HTMLElement | null, path: readonly Step[]): HTMLElement | null {
  return form?.querySelector<HTMLElement>(`[data-at="${CSS.escape(atOf(path))}"]`) ?? null;
}

/** The field of a place, or of the nearest place around it. */
function focusNear(form: HTMLElement | null, path: readonly Step[]): void {
  for (let length = path.length; length > 0; length -= 1) {
    const found = fieldAt(form, path.slice(0, length));
    if (found === null) continue;
    const field = found.matches('div') ? found.querySelector<HTMLElement>('input, select, textarea') : found;
    field?.focus();
    field?.scrollIntoView({ block: 'center' });
    return;
  }
  form?.querySelector<HTMLElement>('input, select, textarea')?.focus();
}
