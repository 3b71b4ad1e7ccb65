import { ActionIcon } from '@mantine/core';
import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { useText } from '../../../ui/language.tsx';
import styles from './draft-fields.module.css';

type Step = -1 | 1;

type RowToolsProps = {
  /** Of the row, to those who do not see it. */
  readonly name: string;
  /** Other rows of the list have more tools; fields of all rows stand under each other. */
  readonly roomy: boolean;
  /** There is another place for the row. */
  readonly movable: boolean;
  readonly mayMove: (step: Step) => boolean;
  readonly onMove: (step: Step, row: Element | null) => void;
  readonly onTakeOut: () => void;
};

/** What can be done with a row of a list. */
export function RowTools({ name, roomy, movable, mayMove, onMove, onTakeOut }: RowToolsProps) {
  const { ruleForms } = useText();
  const ways = [
    { step: -1, label: ruleForms.rowUp(name), Icon: ArrowUp },
    { step: 1, label: ruleForms.rowDown(name), Icon: ArrowDown },
  ] as const;
  return (
    <div className={styles.tools} data-roomy={roomy}>
      {movable &&
        ways.map(({ step, label, Icon }) => (
          <ActionIcon
            key={step}
            variant="subtle"
            color="gray"
            size={24}
            aria-label={label}
            title={label}
            disabled={!mayMove(step)}
            onClick={(event) => onMove(step, event.currentTarget.closest('[role="group"]'))}
          >
            <Icon size={14} aria-hidden="true" />
          </ActionIcon>
        ))}
      <ActionIcon variant="subtle" color="gray" aria-label={ruleForms.removeRow(name)} onClick={onTakeOut}>
        <X size={16} aria-hidden="true" />
      </ActionIcon>
    </div>
  );
}
