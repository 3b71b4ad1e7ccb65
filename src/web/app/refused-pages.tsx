import { Button } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import { failureOf } from '../api/failure.ts';
import { useText } from '../ui/language.tsx';
import { Page } from '../ui/page.tsx';

/** Nothing is at this address, or nothing that may be seen. */
export function NotFoundPage() {
  const { shell } = useText();
  const router = useRouter();
  return (
    <Page title={shell.notFoundTitle} lead={shell.notFoundBody}>
      <div>
        <Button onClick={() => router.navigate({ to: '/' })}>{shell.goHome}</Button>
      </div>
    </Page>
  );
}

/** A page that could not be shown: no connection, no right, or a fault of the program. */
export function FailedPage({ error }: { readonly error: unknown }) {
  const { shell } = useText();
  const { code } = failureOf(error);
  if (code === 'not_found') return <NotFoundPage />;
  const offline = code === 'offline';
  const sentence = code === 'broken' ? shell.brokenBody : shell.refused[code];
  return (
    <Page
      title={offline ? shell.offlineTitle : shell.brokenTitle}
      lead={offline ? shell.offlineBody : sentence}
    >
      <div>
        <Button onClick={() => window.location.reload()}>{shell.reload}</Button>
      </div>
    </Page>
  );
}

/** The same where the frame itself could not be shown. */
export function FailedAlone({ error }: { readonly error: unknown }) {
  return (
    <main>
      <FailedPage error={error} />
    </main>
  );
}
