import { Menu, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { Check, ChevronDown, LogOut, UserRoundCog } from 'lucide-react';
import { useLanguage } from '../ui/language.tsx';
import styles from './account-menu.module.css';
import { useSignOut } from './session.ts';

/** Language, appearance, the account and the way out. */
export function AccountMenu({ name }: { readonly name: string }) {
  const { text, language, speak } = useLanguage();
  const { shell } = text;
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const chosen = (is: boolean) =>
    is ? <Check size={16} aria-hidden="true" /> : <span className={styles.gap} />;
  return (
    <Menu
      withinPortal={false}
      withInitialFocusPlaceholder={false}
      position="bottom-end"
      width={240}
      shadow="md"
    >
      <Menu.Target>
        <UnstyledButton className={styles.account} aria-label={shell.accountMenu(name)}>
          <span className={styles.initial} data-initial={name.split(' ').at(-1)?.charAt(0)} />
          <span className={styles.name}>{name}</span>
          <ChevronDown size={16} aria-hidden="true" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<UserRoundCog size={16} />} onClick={() => navigate({ to: '/account' })}>
          {shell.account}
        </Menu.Item>
        <Menu.Label>{shell.language}</Menu.Label>
        <Menu.Item leftSection={chosen(language === 'vi')} onClick={() => speak('vi')} lang="vi">
          {shell.vietnamese}
        </Menu.Item>
        <Menu.Item leftSection={chosen(language === 'en')} onClick={() => speak('en')} lang="en">
          {shell.english}
        </Menu.Item>
        <Menu.Label>{shell.theme}</Menu.Label>
        {(['light', 'dark', 'auto'] as const).map((scheme) => (
          <Menu.Item
            key={scheme}
            leftSection={chosen(colorScheme === scheme)}
            onClick={() => setColorScheme(scheme)}
          >
            {scheme === 'auto' ? shell.system : shell[scheme]}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<LogOut size={16} />} onClick={signOut}>
          {shell.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
