import { SegmentedControl } from '@mantine/core';
import { type ReactNode, useEffect, useMemo } from 'react';
import { isLanguage } from '../../text/language.ts';
import { useLanguage } from '../ui/language.tsx';
import styles from './door.module.css';
import { tenantOfPage } from './tenant-of-page.ts';

/** The frame of the pages before one is signed in. */
export function Door({
  title,
  lead,
  children,
}: {
  readonly title: string;
  readonly lead?: string;
  readonly children: ReactNode;
}) {
  const { text, language, speak } = useLanguage();
  const { shell } = text;
  const tenant = useMemo(tenantOfPage, []);
  useEffect(() => {
    document.title = `${title} · ${shell.product}`;
  }, [title, shell.product]);
  return (
    <div className={styles.door}>
      <header className={styles.masthead}>
        <img src="/app/mark.svg" alt="" width={40} height={40} />
        <div>
          <p className={styles.product}>{shell.product}</p>
          {tenant !== undefined && <p className={styles.tenant}>{tenant.name}</p>}
          <p className={styles.tagline}>{shell.tagline}</p>
        </div>
      </header>
      {tenant?.demo !== undefined && (
        <p className={styles.demo}>
          <strong>{shell.demo}.</strong> {shell.demoMore}
        </p>
      )}
      <main className={styles.main}>
        <h1>{title}</h1>
        {lead !== undefined && <p className={styles.lead}>{lead}</p>}
        {children}
      </main>
      <footer className={styles.foot}>
        <a href="/">{shell.toPortal}</a>
        <SegmentedControl
          size="xs"
          aria-label={shell.language}
          value={language}
          onChange={(chosen) => isLanguage(chosen) && speak(chosen)}
          data={[
            { value: 'vi', label: shell.vietnamese },
            { value: 'en', label: shell.english },
          ]}
        />
      </footer>
    </div>
  );
}
