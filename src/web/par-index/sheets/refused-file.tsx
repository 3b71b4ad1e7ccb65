import type { Fault } from '../../../domain/kernel/fault.ts';
import { printCellFault } from '../../../text/print-sheet-fault.ts';
import type { FailureCode } from '../../api/failure.ts';
import { useLanguage } from '../../ui/language.tsx';
import { ErrorState } from '../../ui/notice.tsx';

type RefusedFileProps = { readonly failure: FailureCode | undefined; readonly faults: readonly Fault[] };

/** Why a file could not be read at all. */
export function RefusedFile({ failure, faults }: RefusedFileProps) {
  const { text, language } = useLanguage();
  if (failure === undefined) return null;
  const said = faults.map(({ code, detail }) =>
    printCellFault({ code, ...(detail && { detail }) }, language),
  );
  const [first, ...others] = said.join('; ');
  const sentence =
    first === undefined ? text.shell.refused[failure] : `${first.toUpperCase()}${others.join('')}.`;
  return <ErrorState sentence={sentence} />;
}
