import '@fontsource-variable/ibm-plex-sans/wght.css';
import '@mantine/core/styles.css';
import '@mantine/dates/styles.css';
import '@mantine/notifications/styles.css';
import './app/tokens.css';
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { failureOf } from './api/failure.ts';
import { NamedButtons } from './app/named-buttons.tsx';
import { createWorkspaceRouter } from './app/router.tsx';
import { meQuery } from './app/session.ts';
import { cssVariables, theme } from './app/theme.ts';
import { LanguageProvider } from './ui/language.tsx';

const queries = new QueryClient({
  queryCache: new QueryCache({
    // A session that has ended is noticed on the next page; a page that stands keeps what was typed into it.
    onError: (error, query) => {
      const known = queries.getQueryData(meQuery.queryKey) !== undefined;
      if (failureOf(error).code !== 'unauthenticated' || query.state.data !== undefined || !known) return;
      queries.removeQueries({ queryKey: meQuery.queryKey });
      void router.invalidate();
    },
  }),
  defaultOptions: {
    // Without a network a request fails at once and says so, rather than wait in silence.
    mutations: { networkMode: 'always' },
    queries: {
      networkMode: 'always',
      staleTime: 10_000,
      retry: (tries, error) => tries < 2 && ['offline', 'broken'].includes(failureOf(error).code),
    },
  },
});
const router = createWorkspaceRouter(queries);
const root = document.getElementById('root');
if (root === null) throw new Error('the page has no #root');

createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <LanguageProvider>
        <QueryClientProvider client={queries}>
          <NamedButtons>
            <Notifications position="bottom-right" />
            <RouterProvider router={router} />
          </NamedButtons>
        </QueryClientProvider>
      </LanguageProvider>
    </MantineProvider>
  </StrictMode>,
);
