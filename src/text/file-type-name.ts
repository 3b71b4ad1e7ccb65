/** What people call a kind of file; pictures, sound and films go by their family. */
export function typeName(types: Readonly<Record<string, string>>, mediaType: string): string {
  return types[mediaType] ?? types[mediaType.split('/')[0] ?? ''] ?? mediaType;
}
