import { printShortPoints } from '../../../domain/kernel/number/points.ts';
import { formOf } from '../../../domain/par-index/figures/form.ts';
import { ruleSentence as ruleEn } from '../../../text/en/rules.ts';
import { printInstant } from '../../../text/instants.ts';
import { printNumber } from '../../../text/numbers.ts';
import { ruleSentence as ruleVi } from '../../../text/vi/rules.ts';
import { Facts } from '../../ui/facts.tsx';
import { useLanguage } from '../../ui/language.tsx';
import { orderIn } from './cells/cell-text.ts';
import styles from './figures.module.css';
import type { Cell } from './grid-cells.ts';

type CellDetailProps = { readonly cell: Cell | undefined; readonly wrong: ReadonlySet<string> };

/** The criterion of the chosen cell: its rule, how its figure is written, and who entered it. */
export function CellDetail({ cell, wrong }: CellDetailProps) {
  const { text, language } = useLanguage();
  const { parIndex } = text;
  if (cell === undefined) return null;
  const { leaf, rule, stored, unit } = cell;
  const max = printNumber(printShortPoints(leaf.max), language);
  const form = parIndex.inputForms[formOf(rule)];
  const order = orderIn(rule);
  const groups = rule.kind === 'survey' ? rule.groups?.map(({ id }) => id) : undefined;
  const branches = rule.kind === 'formula' ? rule.branches : [];
  return (
    <section className={styles.detail} aria-label={leaf.name}>
      <h2>
        {unit.name}: {leaf.code}. {leaf.name}
      </h2>
      {wrong.has(cell.key) && (
        <p role="alert" className={styles.wrong}>
          {parIndex.badInput(form)}
        </p>
      )}
      <Facts
        facts={[
          [parIndex.rule, { vi: ruleVi, en: ruleEn }[language](rule, max)],
          [parIndex.cellForm, leaf.nothingArose ? `${form}; ${parIndex.nothingAroseWord}` : form],
          order.length > 0 ? [parIndex.cellOrder, order.join(' · ')] : undefined,
          groups && [parIndex.groupsOrder, groups.join(' | ')],
          branches.length > 1
            ? [parIndex.cases, branches.map(({ id, label }) => `${id}: ${label}`).join('; ')]
            : undefined,
          leaf.evidence === undefined ? undefined : [parIndex.evidence, leaf.evidence],
          stored && [
            parIndex.lastEntry,
            parIndex.enteredBy(stored.enteredByName ?? text.journal.system, printInstant(stored.enteredAt)),
          ],
        ]}
      />
    </section>
  );
}
