import { NativeSelect } from '@mantine/core';
import { type ColumnRole, ROLES } from '../../../domain/par-index/written/published/columns.ts';
import { useText } from '../../ui/language.tsx';
import { Section } from '../../ui/page.tsx';
import { DataTable } from '../../ui/table/data-table.tsx';
import type { PublishedSheetOutcome } from './published-sheet.ts';

type ColumnRolesProps = {
  readonly columns: PublishedSheetOutcome['columns'];
  readonly onChange: (title: string, role: ColumnRole) => void;
};

/** What each column was taken for; a wrong guess is corrected here. */
export function ColumnRoles({ columns, onChange }: ColumnRolesProps) {
  const { indexSheets } = useText();
  const choices = ROLES.map((role) => ({ value: role, label: indexSheets.roles[role] }));
  return (
    <Section title={indexSheets.guessed}>
      <p>{indexSheets.guessedLead}</p>
      <DataTable
        label={indexSheets.guessed}
        rows={columns}
        rowKey={({ title }) => title}
        columns={[
          { key: 'title', title: indexSheets.columnTitle, cell: ({ title }) => title },
          {
            key: 'role',
            title: indexSheets.columnRole,
            width: '20rem',
            cell: ({ title, role }) => (
              <NativeSelect
                aria-label={`${indexSheets.columnRole}: ${title}`}
                data={choices}
                value={role}
                onChange={(event) => {
                  const chosen = ROLES.find((one) => one === event.currentTarget.value);
                  if (chosen !== undefined) onChange(title, chosen);
                }}
              />
            ),
          },
          { key: 'part', title: indexSheets.partName, wideOnly: true, cell: ({ part }) => part },
        ]}
        empty={null}
      />
    </Section>
  );
}
