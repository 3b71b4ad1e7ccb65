import { expect, inject, test } from 'vitest';
import { checkServerVersion, refuseOldServer } from './server-version.ts';

test.each(['9.6.24', '13.23', '14.23 (Debian 14.23-1.pgdg12+1)', ''])(
  'a server of version "%s" is refused, with the oldest that would do',
  (version) => {
    expect(() => refuseOldServer(version)).toThrow(
      expect.objectContaining({
        faults: [{ path: [], code: 'database_too_old', detail: { version, oldest: 15 } }],
      }),
    );
  },
);

test.each(['15.0', '15.18 (Debian 15.18-0+deb12u1)', '16.14', '18beta1', '18.4'])(
  'a server of version %s will do',
  (version) => {
    expect(() => refuseOldServer(version)).not.toThrow();
  },
);

test('the server of these tests is asked and will do', async () => {
  const [url = ''] = inject('serverUrl').split('#');
  await expect(checkServerVersion(url)).resolves.toBeUndefined();
});
