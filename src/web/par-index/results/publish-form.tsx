import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ResultHead } from '../../../domain/par-index/campaign/result.ts';
import { api, client } from '../../api/client.ts';
import { useCommand } from '../../api/command.ts';
import { ServerForm } from '../../api/server-form.tsx';
import { useDraft } from '../../ui/fields/draft.ts';
import { useText } from '../../ui/language.tsx';
import { NO_PAPER, PaperFields, paperOf } from '../decision-fields.tsx';
import { scorecardsListed } from '../queries.ts';
import styles from './results.module.css';

/** Publishes what is provisional, where the server allows it. */
export function PublishForm({ head }: { readonly head: ResultHead }) {
  const { parIndex } = useText();
  const [doing, setDoing] = useState(false);
  const queries = useQueryClient();
  const listed = useQuery(scorecardsListed);
  const { values, set } = useDraft({ paper: NO_PAPER });
  const command = useCommand(client.results.publish, async () => {
    await queries.invalidateQueries({ queryKey: api.results.key() });
    await queries.invalidateQueries({ queryKey: api.scorecards.key() });
    notifications.show({ message: parIndex.publishDone });
    setDoing(false);
  });
  const own = listed.data?.scorecards.find(({ scorecardId }) => scorecardId === head.scorecardId);
  if (head.published || own === undefined || !own.allowed.includes('publish')) return null;
  if (!doing) return <Button onClick={() => setDoing(true)}>{parIndex.publish}</Button>;
  return (
    <section className={styles.form} aria-label={parIndex.publish}>
      <h2>{parIndex.publish}</h2>
      <ServerForm
        label={parIndex.publish}
        lead={parIndex.publishLead}
        submit={parIndex.publish}
        command={command}
        input={{ scorecardId: head.scorecardId, period: head.period, decision: paperOf(values.paper) }}
        onCancel={() => setDoing(false)}
      >
        {(at) => <PaperFields value={values.paper} onChange={(paper) => set('paper', paper)} at={at} />}
      </ServerForm>
    </section>
  );
}
