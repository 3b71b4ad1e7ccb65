import type { Step } from '../../../../domain/kernel/fault.ts';
import { type Draft, HEAD } from '../../../../domain/par-index/scorecard/draft/draft.ts';
import { nodeOf } from '../../../../domain/par-index/scorecard/draft/outline.ts';
import type { WorkspaceText } from '../../../../text/workspace.ts';
import { useLanguage } from '../../../ui/language.tsx';
import styles from './editor.module.css';
import { type PlacedFault, sayPlaced } from './judge.ts';

type FaultListProps = {
  readonly draft: Draft;
  readonly faults: readonly PlacedFault[];
  readonly onGo: (fault: PlacedFault) => void;
};

/** Everything that is wrong; each line leads to its field. */
export function FaultList({ draft, faults, onGo }: FaultListProps) {
  const { text, language } = useLanguage();
  const { scorecardEditor: words } = text;
  return (
    <section aria-label={words.faults(`${faults.length}`)} className={styles.faults}>
      <p>{words.faultsLead}</p>
      <ol>
        {faults.map((fault, position) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a fault is told from the next by its place in the list alone
          <li key={position}>
            <button type="button" onClick={() => onGo(fault)}>
              <span className={styles.place}>{placeName(draft, fault, text)}</span>
              {sayPlaced(fault, language, text)}
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** `1.1, Điểm tối đa`: the criterion and the field of it. */
function placeName(draft: Draft, { id, rest }: PlacedFault, text: WorkspaceText): string {
  const { scorecardEditor: words } = text;
  const code = String(nodeOf(draft, id)?.fields.code ?? '');
  const place = id === HEAD ? words.facts : code === '' ? words.unnamed : code;
  const field = fieldName(rest[0], text);
  return field === undefined ? place : `${place}, ${field}`;
}

function fieldName(
  step: Step | undefined,
  { scorecardEditor: words, parIndex }: WorkspaceText,
): string | undefined {
  const names: Readonly<Record<string, string>> = {
    code: words.code,
    name: words.name,
    max: words.max,
    combine: words.combine,
    rule: words.scoring,
    variants: words.variants,
    part: words.part,
    nothing_arose: words.nothingArose,
    not_for: words.notFor,
    evidence: words.evidence,
    office: words.office,
    year: words.year,
    decision: parIndex.decision,
    block: words.block,
    total: words.total,
    rounding: words.rounding,
    ranking: words.ranking,
    bonus: words.bonus,
    flags: words.flags,
    bands: words.bands,
    criteria: words.tree,
  };
  return typeof step === 'string' && Object.hasOwn(names, step) ? names[step] : undefined;
}
