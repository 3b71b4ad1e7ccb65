import { Link } from '@tanstack/react-router';
import { useHolds } from '../app/session.ts';
import { useText } from '../ui/language.tsx';

/** From a thing to its entries in the journal, for those who may read it. */
export function JournalLink({ about }: { readonly about: string }) {
  const { journal } = useText();
  if (!useHolds('journal.read')) return null;
  return (
    <Link to="/journal" search={{ about }}>
      {journal.journal}
    </Link>
  );
}
