import { ActionIcon } from '@mantine/core';
import { Link, Outlet } from '@tanstack/react-router';
import { Menu as MenuIcon, Search, X } from 'lucide-react';
import { useState } from 'react';
import { KeyHint } from '../ui/key-hint.tsx';
import { useText } from '../ui/language.tsx';
import { AccountMenu } from './account-menu.tsx';
import { CommandPalette } from './command-palette.tsx';
import { useMe } from './session.ts';
import styles from './shell.module.css';
import { Sidebar } from './sidebar.tsx';

/** The frame around every page once someone is signed in. */
export function Shell() {
  const { shell } = useText();
  const me = useMe();
  const [menuOpen, setMenuOpen] = useState(false);
  const [searching, setSearching] = useState(false);
  return (
    <div className={styles.frame}>
      <a href="#main" className={styles.skip}>
        {shell.skip}
      </a>
      <header className={styles.header}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          className={styles.phoneOnly}
          aria-label={menuOpen ? shell.closeMenu : shell.openMenu}
          aria-expanded={menuOpen}
          aria-controls="sidebar"
          onClick={() => setMenuOpen(!menuOpen)}
        >
          {menuOpen ? <X size={20} /> : <MenuIcon size={20} />}
        </ActionIcon>
        <Link to="/" className={styles.mark} aria-label={shell.product}>
          <img src="/app/mark.svg" alt="" width={24} height={24} />
          <span>{shell.product}</span>
        </Link>
        <span className={styles.tenant}>{me.tenant.name}</span>
        {me.demonstration && (
          <span className={styles.demo} title={shell.demoMore}>
            {shell.demo}
          </span>
        )}
        <span className={styles.spacer} />
        <button type="button" className={styles.search} onClick={() => setSearching(true)}>
          <Search size={16} aria-hidden="true" />
          <span>{shell.search}</span>
          <KeyHint keys={['Ctrl', 'K']} />
        </button>
        <AccountMenu name={me.person.name} />
      </header>
      <Sidebar open={menuOpen} onChoose={() => setMenuOpen(false)} />
      <main id="main" tabIndex={-1} className={styles.main}>
        <Outlet />
      </main>
      <CommandPalette open={searching} onOpen={setSearching} />
    </div>
  );
}
