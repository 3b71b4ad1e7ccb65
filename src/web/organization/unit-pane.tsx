import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import type { UnitNode } from '../../domain/organization/contract.ts';
import { printDate } from '../../text/numbers.ts';
import { failureOf } from '../api/failure.ts';
import { Facts } from '../ui/facts.tsx';
import { useLanguage } from '../ui/language.tsx';
import { ErrorState, LoadingLines } from '../ui/notice.tsx';
import { Section } from '../ui/page.tsx';
import { StatusMark } from '../ui/status-mark.tsx';
import { unitKinds, unitOn } from './queries.ts';
import { UnitActions } from './unit-actions.tsx';
import { UnitHistory } from './unit-history.tsx';
import styles from './unit-pane.module.css';

/** One unit as it was on the day, what can be done with it, and how it came to be. */
export function UnitPane() {
  const { text } = useLanguage();
  const { unitId } = useParams({ from: '/inside/units/$unitId' });
  const { day = '' } = useSearch({ from: '/inside/units' });
  const found = useQuery(unitOn(unitId, day));
  const search = day === '' ? {} : { day };
  if (found.isPending) return <LoadingLines lines={8} />;
  return (
    <div className={styles.pane}>
      <Link to="/units" search={search} className={styles.back}>
        <ArrowLeft size={16} aria-hidden="true" /> {text.organization.units}
      </Link>
      {found.isError ? (
        <ErrorState sentence={text.shell.refused[failureOf(found.error).code]} />
      ) : (
        <UnitSheet key={unitId} unit={found.data.unit} above={found.data.above} day={day} />
      )}
      <UnitHistory unitId={unitId} />
    </div>
  );
}

type Above = readonly { readonly unitId: string; readonly name: string }[];

function UnitSheet({
  unit,
  above,
  day,
}: {
  readonly unit: UnitNode;
  readonly above: Above;
  readonly day: string;
}) {
  const { text, language } = useLanguage();
  const { organization } = text;
  const kinds = useQuery(unitKinds);
  const kind = kinds.data?.find(({ code }) => code === unit.kind);
  const search = day === '' ? {} : { day };
  const [doing, setDoing] = useState(false);
  return (
    <>
      <div className={styles.title}>
        <h2 className={styles.name}>{unit.name}</h2>
        <StatusMark
          meaning="plain"
          word={unit.validTo === null ? organization.inForce : organization.ended}
        />
      </div>
      <UnitActions unit={unit} onDoing={setDoing} />
      {!doing && (
        <Section
          title={organization.particulars}
          actions={
            <Link to="/people" search={{ unit: unit.unitId }}>
              {organization.people}
            </Link>
          }
        >
          <Facts
            facts={[
              [organization.code, unit.code],
              [
                organization.kind,
                language === 'vi' ? (kind?.name ?? unit.kind) : (kind?.nameEn ?? unit.kind),
              ],
              kind && [organization.level, organization.levels[kind.level]],
              [
                organization.parent,
                above.length === 0
                  ? organization.noParent
                  : above.map((one, index) => (
                      <span key={one.unitId}>
                        {index > 0 && ' › '}
                        <Link to="/units/$unitId" params={{ unitId: one.unitId }} search={search}>
                          {one.name}
                        </Link>
                      </span>
                    )),
              ],
              [organization.validFrom, printDate(unit.validFrom)],
              unit.validTo === null ? undefined : [organization.validTo, printDate(unit.validTo)],
            ]}
          />
        </Section>
      )}
    </>
  );
}
