import { FileInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { FileSpreadsheet } from 'lucide-react';
import { useState } from 'react';
import { printNumber } from '../../../text/numbers.ts';
import { api } from '../../api/client.ts';
import { useCommand } from '../../api/command.ts';
import { ServerForm } from '../../api/server-form.tsx';
import { useDraft } from '../../ui/fields/draft.ts';
import { useLanguage } from '../../ui/language.tsx';
import { Page } from '../../ui/page.tsx';
import { DecisionFields, decided, NO_DECISION } from '../forms/decision-fields.tsx';
import { OutcomeSection } from './outcome-section.tsx';
import { type SheetOutcome, sendSheet, templateAddress, type UnitSheet } from './unit-sheet.ts';

/** Where a field of the form stands in the request for a sheet. */
const IN_QUERY: Readonly<Record<string, string>> = {
  'decision.number': 'decisionNumber',
  'decision.date': 'decisionDate',
  'decision.issuer': 'decisionIssuer',
};

/** Units from a sheet: each row's fate is shown first, and only a sheet without faults is taken. */
export function ImportPage() {
  const { text, language } = useLanguage();
  const { organization } = text;
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { values, set } = useDraft<{ file: File | null; decision: typeof NO_DECISION }>({
    file: null,
    decision: NO_DECISION,
  });
  const [checked, setChecked] = useState<{ readonly sheet: UnitSheet; readonly outcome: SheetOutcome }>();
  const file = values.file ?? new File([], '');
  const sheet = { file, ...decided(values.decision), dryRun: true, language };
  const same = checked !== undefined && isSame(checked.sheet, sheet);
  const created = checked?.outcome.rows.filter(({ fate }) => fate === 'created').length ?? 0;
  const ready = same && checked.outcome.faults.length === 0 && created > 0;
  const count = printNumber(`${created}`, language);
  const command = useCommand(
    async (sent: UnitSheet) => ({ sheet: sent, outcome: await sendSheet(sent) }),
    async (answer) => {
      setChecked(answer);
      if (!answer.outcome.done || answer.sheet.dryRun) return;
      await queries.invalidateQueries({ queryKey: api.units.key() });
      notifications.show({ message: organization.imported(count) });
      await navigate({ to: '/units' });
    },
  );
  return (
    <Page title={organization.import} lead={<Link to="/units">{organization.units}</Link>}>
      <ServerForm
        label={organization.import}
        lead={organization.importLead}
        submit={ready ? organization.importDo(count) : organization.check}
        command={command}
        input={{ ...sheet, dryRun: !ready }}
      >
        {(at) => (
          <>
            <a href={templateAddress(language)} download>
              {organization.template}
            </a>
            <FileInput
              label={organization.file}
              required
              accept=".xlsx"
              leftSection={<FileSpreadsheet size={16} aria-hidden="true" />}
              placeholder={organization.chooseFile}
              value={values.file}
              onChange={(chosen) => set('file', chosen)}
            />
            <DecisionFields
              value={values.decision}
              onChange={(decision) => set('decision', decision)}
              at={(path) => at(IN_QUERY[path] ?? path)}
            />
          </>
        )}
      </ServerForm>
      {same && <OutcomeSection sheet={checked.sheet} outcome={checked.outcome} />}
    </Page>
  );
}

/** The same file on the same decision; what was found about another says nothing of this one. */
function isSame(a: UnitSheet, b: UnitSheet): boolean {
  return a.file === b.file && a.day === b.day && JSON.stringify(a.decision) === JSON.stringify(b.decision);
}
