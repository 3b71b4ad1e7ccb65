import { MantineThemeProvider, Notification } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { useText } from '../ui/language.tsx';

/** Buttons that the component library draws without a word have a name in the language of the page. */
export function NamedButtons({ children }: { readonly children: ReactNode }) {
  const { shell } = useText();
  const theme = useMemo(() => {
    const defaultProps = { closeButtonProps: { 'aria-label': shell.close } };
    return { components: { Notification: Notification.extend({ defaultProps }) } };
  }, [shell.close]);
  return (
    <MantineThemeProvider theme={theme} inherit>
      {children}
    </MantineThemeProvider>
  );
}
