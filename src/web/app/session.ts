import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import type { Me } from '../../domain/identity/contract.ts';
import type { Permission } from '../../domain/kernel/permission.ts';
import { api, client } from '../api/client.ts';

export const meQuery = api.me.get.queryOptions({ staleTime: 60_000, retry: false });

/** The signed-in person; pages below the shell are only shown once it is known. */
export function useMe(): Me {
  return useSuspenseQuery(meQuery).data;
}

/** Whether the permission is held for any unit at all, so that a way to a page can be shown or left out. */
export function useHolds(permission: Permission): boolean {
  return useMe().permissions.some((held) => held.permission === permission);
}

/** Ends the session, forgets everything that was read, and begins anew at the sign-in page. */
export function useSignOut(): () => void {
  const queries = useQueryClient();
  return async () => {
    await client.session.signOut().catch(() => undefined);
    queries.clear();
    window.location.assign('/app/sign-in');
  };
}
