import { ArrowLeft } from 'lucide-react';
import styles from './page.module.css';

/** What a link to the page above says. */
export function Back({ to }: { readonly to: string }) {
  return (
    <>
      <ArrowLeft size={16} aria-hidden="true" className={styles.arrow} />
      {to}
    </>
  );
}
