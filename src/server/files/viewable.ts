/** What a browser shows without running anything of ours: no page, no drawing that can hold a script. */
const VIEWS: Readonly<Record<string, string>> = {
  'application/pdf': 'application/pdf',
  'image/png': 'image/png',
  'image/jpeg': 'image/jpeg',
  'image/webp': 'image/webp',
  'image/gif': 'image/gif',
  'text/plain': 'text/plain; charset=utf-8',
};

export function isViewable(mediaType: string): boolean {
  return Object.hasOwn(VIEWS, mediaType);
}

/**
 * Headers under which contents are shown inside our own pages: nothing in them loads, runs or sends anything. A PDF is
 * the one kind that browsers refuse to show in a sandbox; they give it a process of its own.
 */
export function viewHeaders(mediaType: string): Readonly<Record<string, string>> {
  const sandbox = mediaType === 'application/pdf' ? [] : ['sandbox'];
  return {
    'content-type': VIEWS[mediaType] ?? 'application/octet-stream',
    'content-disposition': 'inline',
    'content-security-policy': [
      ...sandbox,
      "default-src 'none'",
      "img-src 'self'",
      "style-src 'unsafe-inline'",
      "object-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'self'",
    ].join('; '),
    'x-frame-options': 'SAMEORIGIN',
  };
}
