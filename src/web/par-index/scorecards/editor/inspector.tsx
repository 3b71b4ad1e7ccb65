import {
  memo,
  type ReactNode,
  useCallback,
  useDeferredValue,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { Step } from '../../../../domain/kernel/fault.ts';
import { HEAD } from '../../../../domain/par-index/scorecard/draft/draft.ts';
import { nodeOf } from '../../../../domain/par-index/scorecard/draft/outline.ts';
import { useLanguage } from '../../../ui/language.tsx';
import { atOf, FaultsHere } from '../draft-fields/faults-here.ts';
import { CriterionForm } from '../forms/criterion-form.tsx';
import { FactsForm } from '../forms/facts-form.tsx';
import styles from './editor.module.css';
import { type PlacedFault, sayPlaced, type Verdict } from './judge.ts';
import type { DraftEditing, DraftForm } from './use-draft-editor.ts';

type InspectorProps = {
  readonly editing: DraftEditing;
  /** A fault to whose field the focus goes. */
  readonly target: PlacedFault | undefined;
  readonly onReached: () => void;
  readonly indexKind?: ReactNode;
};

/**
 * Beside the tree, what is in work. Where keys walk the tree the form follows when there is time; until then it takes
 * no input, so that nothing is written into the criterion that was just left.
 */
export function Inspector({ editing, target, onReached, indexKind }: InspectorProps) {
  const { draft, change, verdict } = editing;
  const pane = useRef<HTMLDivElement>(null);
  const later = useDeferredValue(editing.current);
  const there = later === HEAD || nodeOf(draft, later) !== undefined;
  const current = editing.walking && there ? later : editing.current;
  useLayoutEffect(() => {
    if (target === undefined || target.id !== current) return;
    focusNear(pane.current, target.rest);
    onReached();
  }, [target, current, onReached]);
  return (
    <div ref={pane} className={styles.inspector} inert={current !== editing.current}>
      <Inspected draft={draft} change={change} verdict={verdict} current={current} indexKind={indexKind} />
    </div>
  );
}

type InspectedProps = DraftForm & {
  readonly verdict: Verdict;
  readonly current: number;
  readonly indexKind: ReactNode;
};

/** The criterion in work, or the particulars of the scorecard, with every fault at its field. */
const Inspected = memo(function Inspected(props: InspectedProps) {
  const { draft, change, verdict, current, indexKind } = props;
  const { text, language } = useLanguage();
  const editing = useMemo(() => ({ draft, change }), [draft, change]);
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
    const sentences = [...new Set(without.map((fault) => sayPlaced(fault, language, text)))];
    setHomeless((known) => (known.join('\n') === sentences.join('\n') ? known : sentences));
  });
  const node = nodeOf(draft, current);
  const words = text.scorecardEditor;
  const name =
    typeof node?.fields.name === 'string' && node.fields.name !== '' ? node.fields.name : words.unnamed;
  const title = current === HEAD ? words.facts : `${String(node?.fields.code ?? '')}. ${name}`;
  return (
    <section ref={form} aria-label={title}>
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
});

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
