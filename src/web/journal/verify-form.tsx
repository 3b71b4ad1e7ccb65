import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { printNumber } from '../../text/numbers.ts';
import { client } from '../api/client.ts';
import { useCommand } from '../api/command.ts';
import { ServerForm } from '../api/server-form.tsx';
import { useDraft } from '../ui/fields/draft.ts';
import { useLanguage, useText } from '../ui/language.tsx';
import { StatusMark } from '../ui/status-mark.tsx';

type Verdict = Awaited<ReturnType<typeof client.journal.verify>>;

/** Recounts the whole chain of seals, and whether a hash that somebody kept still stands in it. */
export function VerifyForm() {
  const { journal } = useText();
  const { values, set } = useDraft({ hash: '' });
  const [verdict, setVerdict] = useState<Verdict>();
  const command = useCommand(client.journal.verify, setVerdict);
  const hash = values.hash.trim().toLowerCase();
  return (
    <>
      <ServerForm
        label={journal.verify}
        submit={journal.verify}
        command={command}
        input={hash === '' ? {} : { hash }}
      >
        {(at) => (
          <TextInput
            label={journal.sealHash}
            description={journal.sealHashHint}
            value={values.hash}
            onChange={(event) => set('hash', event.currentTarget.value)}
            error={at('hash')}
          />
        )}
      </ServerForm>
      <div role="status">
        {verdict !== undefined && !command.busy && <VerdictLines verdict={verdict} asked={hash !== ''} />}
      </div>
    </>
  );
}

function VerdictLines({ verdict, asked }: { readonly verdict: Verdict; readonly asked: boolean }) {
  const { text, language } = useLanguage();
  const { journal } = text;
  const { findings, entries } = verdict;
  if (findings.length === 0)
    return (
      <>
        <StatusMark meaning="safe" word={journal.verifyFine(printNumber(`${entries}`, language))} />
        {asked && <p>{journal.verifyHash}</p>}
      </>
    );
  return (
    <>
      <StatusMark meaning="lost" word={journal.verifyBroken(printNumber(`${findings.length}`, language))} />
      <ul>
        {findings.map(({ code, sealNo, entryNo }) => (
          <li key={`${code} ${sealNo} ${entryNo}`}>
            {journal.findings[code] ?? code}
            {sealNo !== null && `, ${journal.seal} ${sealNo}`}
            {entryNo !== null && `, ${journal.entry} ${entryNo}`}
          </li>
        ))}
      </ul>
    </>
  );
}
