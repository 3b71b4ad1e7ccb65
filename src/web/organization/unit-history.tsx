import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import type { UnitVersion } from '../../domain/organization/unit.ts';
import { printDate } from '../../text/numbers.ts';
import type { WorkspaceText } from '../../text/workspace.ts';
import { failureOf } from '../api/failure.ts';
import { JournalLink } from '../journal/journal-link.tsx';
import { useText } from '../ui/language.tsx';
import { ErrorState, LoadingLines } from '../ui/notice.tsx';
import { Section } from '../ui/page.tsx';
import { unitHistory } from './queries.ts';
import { dayBefore, type UnitEvent, unitEvents } from './unit-events.ts';
import styles from './unit-pane.module.css';

/** Every change of the unit, the latest first, each with the decision it rests on. */
export function UnitHistory({ unitId }: { readonly unitId: string }) {
  const text = useText();
  const { organization, shell } = text;
  const history = useQuery(unitHistory(unitId));
  return (
    <>
      <Section title={organization.history} actions={<JournalLink about={unitId} />}>
        {history.isPending && <LoadingLines lines={3} />}
        {history.isError && <ErrorState sentence={shell.refused[failureOf(history.error).code]} />}
        {history.isSuccess && (
          <ol className={styles.events}>
            {unitEvents(history.data.successions, unitId).map((event) => (
              <li key={`${event.day} ${event.kind} ${event.others.join()}`} className={styles.event}>
                <span className={styles.day}>{printDate(event.day)}</span>
                <div>
                  <p>
                    <WhatHappened event={event} names={history.data.names} />
                  </p>
                  <p className={styles.source}>{decisionOf(event, organization)}</p>
                </div>
              </li>
            ))}
          </ol>
        )}
      </Section>
      {history.isSuccess && history.data.versions.length > 1 && <Periods versions={history.data.versions} />}
    </>
  );
}

/** What happened, seen from this unit, and to or from which others. */
function WhatHappened(props: {
  readonly event: UnitEvent;
  readonly names: Readonly<Record<string, string>>;
}) {
  const { organization } = useText();
  const { kind, arrived, others, day } = props.event;
  const seenFromNew = { ...organization.events, merged_into: organization.receivedFrom };
  const seenFromOld = { ...organization.events, split_from: organization.splitInto };
  // A unit that ended is shown on its last day, one that began on its first.
  const dayOfOthers = arrived ? dayBefore(day) : day;
  return (
    <>
      {(arrived ? seenFromNew : seenFromOld)[kind]}
      {others.map((unitId, index) => (
        <Fragment key={unitId}>
          {index === 0 ? ' ' : ', '}
          <Link to="/units/$unitId" params={{ unitId }} search={{ day: dayOfOthers }}>
            {props.names[unitId] ?? unitId}
          </Link>
        </Fragment>
      ))}
    </>
  );
}

function decisionOf(event: UnitEvent, organization: WorkspaceText['organization']): string {
  const { number, date, issuer } = event.decision;
  const signed =
    date === undefined ? undefined : `${organization.decisionDate.toLowerCase()} ${printDate(date)}`;
  return [number, signed, issuer].filter(Boolean).join(' · ');
}

function Periods({ versions }: { readonly versions: readonly UnitVersion[] }) {
  const { organization } = useText();
  return (
    <Section title={organization.versions}>
      <ol className={styles.events}>
        {versions.toReversed().map((version) => (
          <li key={version.validFrom} className={styles.event}>
            <span className={styles.day}>{printDate(version.validFrom)}</span>
            <div>
              <p>{version.name}</p>
              <p className={styles.source}>
                {version.code} ·{' '}
                {version.validTo === null
                  ? organization.now
                  : `${organization.validTo.toLowerCase()} ${printDate(version.validTo)}`}
              </p>
            </div>
          </li>
        ))}
      </ol>
    </Section>
  );
}
