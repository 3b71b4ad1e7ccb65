import type { PersonLine } from '../../domain/organization/people-contract.ts';
import { printDate } from '../../text/numbers.ts';
import { useText } from '../ui/language.tsx';
import { type Meaning, StatusMark } from '../ui/status-mark.tsx';

const MEANING: Record<PersonLine['account'], Meaning> = {
  active: 'safe',
  invited: 'risk',
  lapsed: 'lost',
  none: 'unknown',
  disabled: 'plain',
};

/** How the person can get in, or when they left. */
export function AccountMark({ person }: { readonly person: Pick<PersonLine, 'account' | 'leftOn'> }) {
  const { identity } = useText();
  if (person.leftOn !== null)
    return <StatusMark meaning="plain" word={identity.left(printDate(person.leftOn))} />;
  return <StatusMark meaning={MEANING[person.account]} word={identity.states[person.account]} />;
}
