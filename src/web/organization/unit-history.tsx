import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { UnitSuccession, UnitVersion } from '../../domain/organization/unit.ts';
import { printDate } from '../../text/numbers.ts';
import type { WorkspaceText } from '../../text/workspace.ts';
import { failureOf } from '../api/failure.ts';
import { useText } from '../ui/language.tsx';
import { ErrorState, LoadingLines } from '../ui/notice.tsx';
import { Section } from '../ui/page.tsx';
import { unitHistory } from './queries.ts';
import styles from './unit-pane.module.css';

/** Every change of the unit, the latest first, each with the decision it rests on. */
export function UnitHistory({ unitId }: { readonly unitId: string }) {
  const text = useText();
  const { organization, shell } = text;
  const history = useQuery(unitHistory(unitId));
  return (
    <>
      <Section title={organization.history}>
        {history.isPending && <LoadingLines lines={3} />}
        {history.isError && <ErrorState sentence={shell.refused[failureOf(history.error).code]} />}
        {history.isSuccess && (
          <ol className={styles.events}>
            {history.data.successions.toSorted(latestFirst).map((event) => (
              <li
                key={`${event.day} ${event.kind} ${event.fromUnitId} ${event.toUnitId}`}
                className={styles.event}
              >
                <span className={styles.day}>{printDate(event.day)}</span>
                <div>
                  <p>
                    <Event event={event} unitId={unitId} names={history.data.names} />
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

function latestFirst(a: UnitSuccession, b: UnitSuccession): number {
  return b.day.localeCompare(a.day);
}

/** What happened, seen from this unit, and to or from which other one. */
function Event(props: {
  readonly event: UnitSuccession;
  readonly unitId: string;
  readonly names: Readonly<Record<string, string>>;
}) {
  const { organization } = useText();
  const { event, unitId, names } = props;
  const arrived = event.toUnitId === unitId;
  const other = arrived ? event.fromUnitId : event.toUnitId;
  const seenFromNew = { merged_into: organization.receivedFrom, split_from: organization.events.split_from };
  const seenFromOld = { merged_into: organization.events.merged_into, split_from: organization.splitInto };
  if (event.kind !== 'merged_into' && event.kind !== 'split_from') return organization.events[event.kind];
  return (
    <>
      {(arrived ? seenFromNew : seenFromOld)[event.kind]}{' '}
      {other !== null && other !== unitId && (
        <Link to="/units/$unitId" params={{ unitId: other }} search={{ day: dayOfOther(event, arrived) }}>
          {names[other] ?? other}
        </Link>
      )}
    </>
  );
}

/** A unit that ended is shown on its last day, one that began on its first. */
function dayOfOther(event: UnitSuccession, arrived: boolean): string {
  if (!arrived) return event.day;
  const before = new Date(`${event.day}T00:00:00Z`);
  before.setUTCDate(before.getUTCDate() - 1);
  return before.toISOString().slice(0, 10);
}

function decisionOf(event: UnitSuccession, organization: WorkspaceText['organization']): string {
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
