import { Modal } from '@mantine/core';
import { Search } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useState } from 'react';
import { useText } from './language.tsx';
import styles from './palette.module.css';

export type PaletteItem = {
  readonly id: string;
  readonly label: string;
  readonly description?: string | undefined;
  readonly icon: ReactNode;
  readonly run: () => void;
};

export type PaletteGroup = { readonly title: string; readonly items: readonly PaletteItem[] };

type PaletteProps = {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly typed: string;
  readonly onTyped: (typed: string) => void;
  readonly groups: readonly PaletteGroup[];
};

/** One line to type in and what it leads to; Enter takes the first, the arrows another. */
export function Palette({ open, onClose, typed, onTyped, groups }: PaletteProps) {
  const { shell } = useText();
  const list = useId();
  const items = groups.flatMap((group) => group.items);
  const [active, setActive] = useState(0);
  const at = Math.min(active, items.length - 1);
  const idOf = (item: PaletteItem | undefined) => (item === undefined ? undefined : `${list}-${item.id}`);
  useEffect(() => {
    const chosen = idOf(items[at]);
    if (chosen !== undefined) document.getElementById(chosen)?.scrollIntoView({ block: 'nearest' });
  });

  const type = (written: string) => {
    onTyped(written);
    setActive(0);
  };
  const choose = (item: PaletteItem | undefined) => {
    if (item === undefined) return;
    onClose();
    type('');
    item.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0 && event.key !== 'Enter') return;
    event.preventDefault();
    if (step === 0) choose(items[at]);
    else setActive((at + step + items.length) % Math.max(items.length, 1));
  };

  return (
    <Modal.Root
      opened={open}
      onClose={onClose}
      padding={0}
      size="38rem"
      yOffset="10dvh"
      transitionProps={{ duration: 0 }}
    >
      <Modal.Overlay backgroundOpacity={0.25} />
      <Modal.Content aria-label={shell.search}>
        <div className={styles.line}>
          <Search size={18} aria-hidden="true" />
          <input
            // biome-ignore lint/a11y/noAutofocus: the palette is opened to type in it at once
            autoFocus
            data-autofocus
            role="combobox"
            aria-label={shell.search}
            aria-expanded={items.length > 0}
            aria-controls={list}
            aria-activedescendant={idOf(items[at])}
            autoComplete="off"
            className={styles.input}
            placeholder={shell.searchHint}
            value={typed}
            onChange={(event) => type(event.currentTarget.value)}
            onKeyDown={onKeyDown}
          />
        </div>
        <div id={list} role="listbox" aria-label={shell.search} className={styles.list}>
          {groups.map((group) => (
            // biome-ignore lint/a11y/useSemanticElements: a fieldset does not stand in a list of options
            <div key={group.title} role="group" aria-label={group.title}>
              <div className={styles.title} aria-hidden="true">
                {group.title}
              </div>
              {group.items.map((item) => (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the line above takes the keys
                <div
                  key={item.id}
                  id={idOf(item)}
                  role="option"
                  tabIndex={-1}
                  aria-selected={items[at] === item}
                  className={styles.item}
                  onClick={() => choose(item)}
                >
                  {item.icon}
                  <span>
                    {item.label}
                    {item.description !== undefined && (
                      <span className={styles.description}>{item.description}</span>
                    )}
                  </span>
                </div>
              ))}
            </div>
          ))}
        </div>
        {items.length === 0 && <p className={styles.nothing}>{shell.searchNothing}</p>}
      </Modal.Content>
    </Modal.Root>
  );
}
