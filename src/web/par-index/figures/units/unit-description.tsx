import { ActionIcon, Checkbox } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { JudgedUnit } from '../../../../domain/par-index/campaign/figure-record.ts';
import { knownTags } from '../../../../domain/par-index/figures/known-tags.ts';
import type { Scorecard } from '../../../../domain/par-index/scorecard/scorecard.ts';
import { periodMark } from '../../../../text/periods.ts';
import { api, client } from '../../../api/client.ts';
import { useCommand } from '../../../api/command.ts';
import { ServerForm } from '../../../api/server-form.tsx';
import { Facts } from '../../../ui/facts.tsx';
import { useDraft } from '../../../ui/fields/draft.ts';
import { useText } from '../../../ui/language.tsx';
import type { Campaign } from '../../campaigns.ts';
import { useKindNames } from '../../kind-names.ts';
import styles from '../figures.module.css';

type UnitDescriptionProps = {
  readonly campaign: Campaign;
  readonly scorecard: Scorecard;
  readonly units: readonly JudgedUnit[];
  readonly unit: JudgedUnit;
  readonly onClose: () => void;
};

/** What is said of one unit in the period, beside the sheet; who keeps the scorecard changes it here. */
export function UnitDescription(props: UnitDescriptionProps) {
  const { campaign, unit, onClose } = props;
  const { unitInPeriod: words, shell } = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <aside className={styles.about} aria-label={words.open}>
      <div className={styles.aboutHead}>
        <h2 ref={heading} tabIndex={-1}>
          {words.title(unit.name, periodMark(campaign.period))}
        </h2>
        <ActionIcon variant="subtle" color="gray" aria-label={shell.close} onClick={onClose}>
          <X size={18} aria-hidden="true" />
        </ActionIcon>
      </div>
      {unit.describable ? <DescribeForm {...props} /> : <Described {...props} />}
      <p className={styles.hint}>{words.standsApart}</p>
    </aside>
  );
}

function useTagNames(): (tag: string) => string {
  const { unitInPeriod } = useText();
  return (tag) => unitInPeriod.tagNames[tag] ?? tag;
}

function Described({ scorecard, unit }: UnitDescriptionProps) {
  const { unitInPeriod: words } = useText();
  const kindNames = useKindNames();
  const tagName = useTagNames();
  const flags = scorecard.flags.filter(({ id }) => unit.flags.includes(id)).map(({ label }) => label);
  return (
    <>
      <Facts
        facts={[
          [words.kind, kindNames([unit.kind])],
          [words.tags, unit.tags.map(tagName).join(', ') || words.noTags],
          [words.flags, flags.join('; ') || words.noFlags],
          [words.place, unit.ranked ? words.takesPlace : words.takesNone],
        ]}
      />
      <p className={styles.hint}>{words.readOnly}</p>
    </>
  );
}

function DescribeForm({ campaign, scorecard, units, unit, onClose }: UnitDescriptionProps) {
  const { unitInPeriod: words } = useText();
  const tagName = useTagNames();
  const queries = useQueryClient();
  const { values, set } = useDraft({ tags: unit.tags, flags: unit.flags, ranked: unit.ranked });
  const command = useCommand(client.figures.describe, async () => {
    await queries.invalidateQueries({ queryKey: api.figures.key() });
    await queries.invalidateQueries({ queryKey: api.results.key() });
    notifications.show({ message: words.saved });
    onClose();
  });
  const input = { ...campaign, unitId: unit.unitId, revision: unit.revision, ...values };
  const tags = knownTags(scorecard, units);
  return (
    <ServerForm
      label={words.open}
      lead={words.saveLead}
      submit={words.save}
      command={command}
      input={input}
      onCancel={onClose}
    >
      {(at) => (
        <>
          <Checkbox
            label={words.ranked}
            checked={values.ranked}
            onChange={(event) => set('ranked', event.currentTarget.checked)}
          />
          {tags.length > 0 && (
            <Checkbox.Group
              label={words.tags}
              description={words.tagsHint}
              value={values.tags}
              onChange={(chosen) => set('tags', chosen)}
              error={at('tags')}
            >
              {tags.map((tag) => (
                <Checkbox key={tag} value={tag} label={tagName(tag)} mt="0.5rem" />
              ))}
            </Checkbox.Group>
          )}
          {scorecard.flags.length > 0 && (
            <Checkbox.Group
              label={words.flags}
              description={words.flagsHint}
              value={values.flags}
              onChange={(chosen) => set('flags', chosen)}
              error={at('flags')}
            >
              {scorecard.flags.map(({ id, label }) => (
                <Checkbox key={id} value={id} label={label} mt="0.5rem" />
              ))}
            </Checkbox.Group>
          )}
        </>
      )}
    </ServerForm>
  );
}
