export function ensureWebBuilt(node: string, say?: () => void): Promise<boolean>;
