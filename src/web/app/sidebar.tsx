import { Link } from '@tanstack/react-router';
import { useText } from '../ui/language.tsx';
import { usePlaces } from './navigation.ts';
import styles from './shell.module.css';

/** The ways to every place of the workspace; on a phone it opens over the page and closes after a choice. */
export function Sidebar({ open, onChoose }: { readonly open: boolean; readonly onChoose: () => void }) {
  const text = useText();
  const places = usePlaces();
  return (
    <nav id="sidebar" className={styles.sidebar} data-open={open} aria-label={text.shell.mainNavigation}>
      <ul className={styles.links}>
        {places.map((place) => (
          <li key={place.to}>
            <Link
              to={place.to}
              className={styles.link}
              activeOptions={{ exact: place.to === '/', includeSearch: false }}
              onClick={onChoose}
            >
              <place.icon size={18} strokeWidth={1.75} aria-hidden="true" />
              {place.title(text)}
            </Link>
          </li>
        ))}
      </ul>
      <div className={styles.foot}>
        <a href="/">{text.shell.toPortal}</a>
      </div>
    </nav>
  );
}
