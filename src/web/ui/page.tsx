import { type ReactNode, useEffect, useRef } from 'react';
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

/** The address of the page before; the first of a visit leaves the focus where the browser begins. */
let cameFrom: string | undefined;

/** One page: its title in the browser and above the content, where the keyboard begins after coming from another. */
export function Page({ title, lead, actions, filled = false, children }: PageProps) {
  const { shell } = useText();
  useEffect(() => {
    document.title = `${title} · ${shell.product}`;
  }, [title, shell.product]);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const here = window.location.pathname;
    if (cameFrom !== undefined && cameFrom !== here) heading.current?.focus({ preventScroll: true });
    cameFrom = here;
  }, []);
  return (
    <div className={styles.page} data-filled={filled}>
      <div className={styles.header}>
        <div className={styles.titles}>
          <h1 ref={heading} tabIndex={-1} className={styles.title}>
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
