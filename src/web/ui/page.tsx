import { type ReactNode, useEffect } from 'react';
import { useText } from './language.tsx';
import styles from './page.module.css';

type PageProps = {
  readonly title: string;
  readonly lead?: ReactNode;
  /** At most one of these is primary. */
  readonly actions?: ReactNode;
  /** Panes that scroll on their own fill the height of the window. */
  readonly filled?: boolean;
  readonly children: ReactNode;
};

/** One page: its title in the browser and above the content, and where keyboard focus lands on arrival. */
export function Page({ title, lead, actions, filled = false, children }: PageProps) {
  const { shell } = useText();
  useEffect(() => {
    document.title = `${title} · ${shell.product}`;
  }, [title, shell.product]);
  return (
    <div className={styles.page} data-filled={filled}>
      <div className={styles.header}>
        <div className={styles.titles}>
          <h1 tabIndex={-1} id="page-title" className={styles.title}>
            {title}
          </h1>
          {lead !== undefined && <p className={styles.lead}>{lead}</p>}
        </div>
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </div>
      <div className={styles.body}>{children}</div>
    </div>
  );
}

/** A titled part of a page, set off by a hairline. */
export function Section({
  title,
  actions,
  children,
}: {
  readonly title: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section className={styles.section}>
      <div className={styles.sectionHeader}>
        <h2>{title}</h2>
        {actions}
      </div>
      {children}
    </section>
  );
}
