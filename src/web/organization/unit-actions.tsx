import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { type ComponentType, useState } from 'react';
import type { UnitNode } from '../../domain/organization/contract.ts';
import { api } from '../api/client.ts';
import { useText } from '../ui/language.tsx';
import { CreateForm } from './forms/create-form.tsx';
import { EndForm } from './forms/end-form.tsx';
import { MergeForm } from './forms/merge-form.tsx';
import { MoveForm } from './forms/move-form.tsx';
import { RenameForm } from './forms/rename-form.tsx';
import { SplitForm } from './forms/split-form.tsx';
import styles from './unit-pane.module.css';

/** A form that changes one unit: told what came of it in one sentence. */
export type UnitFormProps = {
  readonly unit: UnitNode;
  readonly onDone: (said: string) => Promise<void>;
  readonly onCancel: () => void;
};

type Shown = 'create_below' | 'rename' | 'move' | 'merge' | 'split' | 'end';

const FORMS: Record<Shown, ComponentType<UnitFormProps>> = {
  create_below: CreateForm,
  rename: RenameForm,
  move: MoveForm,
  merge: MergeForm,
  split: SplitForm,
  end: EndForm,
};

const SHOWN: readonly Shown[] = ['create_below', 'rename', 'move', 'merge', 'split', 'end'];

/** The changes that the server allows for this unit, and the form of the one that was chosen. */
export function UnitActions(props: { readonly unit: UnitNode; readonly onDoing: (doing: boolean) => void }) {
  const { organization } = useText();
  const queries = useQueryClient();
  const [doing, setDoing] = useState<Shown>();
  const { unit, onDoing } = props;
  const choose = (action: Shown | undefined) => {
    setDoing(action);
    onDoing(action !== undefined);
  };
  const done = async (said: string) => {
    await queries.invalidateQueries({ queryKey: api.units.key() });
    notifications.show({ message: said });
    choose(undefined);
  };
  const allowed = SHOWN.filter((action) => unit.allowed.includes(action));
  const names: Record<Shown, string> = { ...organization, create_below: organization.create };
  if (doing !== undefined) {
    const Form = FORMS[doing];
    return (
      <section className={styles.form} aria-label={names[doing]}>
        <h2>{names[doing]}</h2>
        <Form unit={unit} onDone={done} onCancel={() => choose(undefined)} />
      </section>
    );
  }
  if (allowed.length === 0) return null;
  return (
    <div className={styles.actions}>
      {allowed.map((action) => (
        <Button key={action} variant="default" onClick={() => choose(action)}>
          {names[action]}
        </Button>
      ))}
    </div>
  );
}
