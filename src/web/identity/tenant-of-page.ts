import { z } from 'zod';
import { Role } from '../../domain/organization/role.ts';

const Demo = z.object({
  password: z.string(),
  accounts: z.array(z.object({ email: z.string(), name: z.string(), title: z.string(), role: Role })),
});

/** Whose workspace this is, and for the demonstration the accounts that anyone may try. */
export type TenantOfPage = { readonly name: string; readonly demo: z.infer<typeof Demo> | undefined };

/** As the server wrote it into the page, known before anybody is signed in. */
export function tenantOfPage(): TenantOfPage | undefined {
  const meta = document.querySelector<HTMLMetaElement>('meta[name="tenant"]');
  if (meta === null) return undefined;
  const written = meta.dataset.demo;
  return { name: meta.content, demo: written === undefined ? undefined : Demo.parse(JSON.parse(written)) };
}
