export function buildWeb(node: string): { readonly status: number | null };
export function isWebStale(): boolean;
