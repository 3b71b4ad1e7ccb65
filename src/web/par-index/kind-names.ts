import { useQuery } from '@tanstack/react-query';
import { unitKinds } from '../organization/queries.ts';
import { useLanguage } from '../ui/language.tsx';

/** Names of kinds of unit, `xa, phuong` as `Xã, Phường`; a tag stays as it is written. */
export function useKindNames(): (codes: readonly string[]) => string {
  const { language } = useLanguage();
  const kinds = useQuery(unitKinds);
  const names = new Map(kinds.data?.map((kind) => [kind.code, language === 'vi' ? kind.name : kind.nameEn]));
  return (codes) => codes.map((code) => names.get(code) ?? code).join(', ');
}
