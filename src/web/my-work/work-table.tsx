import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { WorkItem } from '../../domain/work/contract.ts';
import type { Language } from '../../text/language.ts';
import { printNumber } from '../../text/numbers.ts';
import type { WorkspaceText } from '../../text/workspace.ts';
import { useLanguage } from '../ui/language.tsx';
import { Section } from '../ui/page.tsx';
import { type Column, DataTable } from '../ui/table/data-table.tsx';

type Line = {
  readonly key: string;
  readonly what: string;
  readonly about: string;
  /** The one action that the row needs. */
  readonly next: ReactNode;
};

/** What waits, each row ending in the one action it needs. */
export function WorkTable({ items }: { readonly items: readonly WorkItem[] }) {
  const { text, language } = useLanguage();
  const { work } = text;
  const columns: Column<Line>[] = [
    { key: 'what', title: work.what, cell: ({ what }) => <strong>{what}</strong> },
    { key: 'about', title: work.about, cell: ({ about }) => about },
    { key: 'next', title: work.next, cell: ({ next }) => next, width: '10rem' },
  ];
  return (
    <Section title={work.waiting}>
      <DataTable
        label={work.waiting}
        rows={items.map((item) => lineOf(item, text, language))}
        rowKey={({ key }) => key}
        columns={columns}
        stacked
        empty={null}
      />
    </Section>
  );
}

type Campaign = Extract<WorkItem, { readonly kind: 'figures_missing' | 'result_waiting' }>;

function campaignLine(item: Campaign, { work }: WorkspaceText, count: (of: number) => string): Line {
  const { scorecardId: scorecard, period, name, units } = item;
  if (item.kind === 'result_waiting')
    return {
      key: `result ${scorecard} ${period}`,
      what: work.resultWaiting,
      about: work.figuresOf(name, period, work.units(count(units))),
      next: (
        <Link to="/results" search={{ scorecard, period }}>
          {work.publish}
        </Link>
      ),
    };
  const { unitId, unitName, missing } = item;
  return {
    key: `figures ${scorecard} ${period}`,
    what: work.figuresMissing(count(missing)),
    about: work.figuresOf(name, period, unitName ?? work.units(count(units))),
    next: (
      <Link to="/figures" search={{ scorecard, period, ...(unitId !== null && { unit: unitId }) }}>
        {work.enterFigures}
      </Link>
    ),
  };
}

function lineOf(item: WorkItem, text: WorkspaceText, language: Language): Line {
  const { work } = text;
  const count = (of: number) => printNumber(`${of}`, language);
  switch (item.kind) {
    case 'draft_waiting':
      return {
        key: `draft ${item.scorecardId}`,
        what: work.draftWaiting,
        about: item.name,
        next: (
          <Link to="/scorecards/$scorecardId" params={{ scorecardId: item.scorecardId }}>
            {work.openDraft}
          </Link>
        ),
      };
    case 'invitations_open':
      return {
        key: 'invitations',
        what: work.invitationsOpen(count(item.people)),
        about: item.expired === 0 ? work.invitationsValid : work.invitationsExpired(count(item.expired)),
        next: <Link to="/people">{work.seePeople}</Link>,
      };
    case 'seals_behind':
      return {
        key: 'seals',
        what: work.sealsBehind(count(item.entries)),
        about: work.sealsWhy,
        next: <Link to="/journal/seals">{work.seeSeals}</Link>,
      };
    default:
      return campaignLine(item, text, count);
  }
}
