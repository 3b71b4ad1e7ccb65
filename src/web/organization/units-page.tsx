import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { useMemo, useState } from 'react';
import { printDate, printNumber } from '../../text/numbers.ts';
import { failureOf } from '../api/failure.ts';
import { DownloadButton } from '../ui/downloads/download-button.tsx';
import { DayField } from '../ui/fields/day-field.tsx';
import { useLanguage } from '../ui/language.tsx';
import { EmptyState, ErrorState, LoadingLines } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { Tree } from '../ui/tree/tree.tsx';
import { unitTree } from './queries.ts';
import { exportAddress } from './sheets/unit-sheet.ts';
import { unitForest } from './unit-tree.ts';
import styles from './units-page.module.css';

/** The tree of any day, and beside it the chosen unit. */
export function UnitsPage() {
  const { text, language } = useLanguage();
  const { organization, shell } = text;
  const { day = '' } = useSearch({ from: '/inside/units' });
  const { unitId } = useParams({ strict: false });
  const navigate = useNavigate();
  const tree = useQuery(unitTree(day));
  const [typed, setTyped] = useState('');
  const roots = useMemo(() => unitForest(tree.data?.units ?? []), [tree.data]);

  const mayImport = tree.data?.units.some(({ allowed }) => allowed.includes('import_below')) ?? false;

  const toDay = (chosen: string) =>
    navigate({ to: '.', search: chosen === '' ? {} : { day: chosen }, replace: true });
  const open = (id: string) =>
    navigate({ to: '/units/$unitId', params: { unitId: id }, search: day === '' ? {} : { day } });

  return (
    <Page
      filled
      title={organization.units}
      lead={organization.lead}
      actions={
        <>
          {mayImport && <Link to="/units/import">{organization.import}</Link>}
          <DownloadButton address={exportAddress(day, language)} label={organization.export} />
        </>
      }
    >
      <div className={styles.panes} data-chosen={unitId !== undefined}>
        <section className={styles.list} aria-label={organization.treeLabel}>
          <div className={styles.tools}>
            <DayField
              label={organization.onDay}
              value={day === '' ? (tree.data?.day ?? '') : day}
              onChange={toDay}
              width="9.5rem"
            />
            <TextInput
              className={styles.filter}
              label={shell.filter}
              placeholder={organization.filterUnits}
              leftSection={<Search size={16} aria-hidden="true" />}
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
            />
          </div>
          {tree.data !== undefined && (
            <p className={styles.count} role="status">
              {organization.count(
                printNumber(`${tree.data.units.length}`, language),
                printDate(tree.data.day),
              )}
            </p>
          )}
          <div className={styles.tree}>
            {tree.isPending && <LoadingLines lines={12} />}
            {tree.isError && (
              <ErrorState
                sentence={shell.refused[failureOf(tree.error).code]}
                onRetry={() => tree.refetch()}
              />
            )}
            {tree.isSuccess && roots.length === 0 && (
              <EmptyState title={organization.emptyTitle} body={organization.emptyBody} />
            )}
            {roots.length > 0 && (
              <Tree
                label={organization.treeLabel}
                roots={roots}
                selected={unitId}
                typed={typed}
                onSelect={open}
              />
            )}
          </div>
        </section>
        <div className={styles.detail}>
          {unitId === undefined ? (
            <EmptyState title={organization.chooseTitle} body={organization.chooseBody} />
          ) : (
            <Outlet />
          )}
        </div>
      </div>
    </Page>
  );
}
