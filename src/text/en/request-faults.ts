import { Permission } from '../../domain/kernel/permission.ts';
import type { Detail } from '../sentences.ts';
import type { requestFaults as vi } from '../vi/request-faults.ts';
import { permissions } from './permissions.ts';

export const requestFaults: typeof vi = {
  sign_in_first: () => 'sign in first',
  permission_missing: ({ permission }: Detail) => `the roles you hold do not include “${nameOf(permission)}”`,
  no_such_address: () => 'there is no such address',
  no_such_file: () => 'there is no such file, or it belongs to a unit you may not see',
  no_tenant: () => 'nothing is set up yet; the operator runs: minhchung init',
  body_too_large: () => 'what was sent is too large',
  media_type: () => 'this kind of content is not supported',
  malformed_request: () => 'the request is malformed',
  head_too_large: () => 'the head of the request (address, cookies) is too long',
  request_slow: () => 'the request came too slowly and was cut off; try again',
  unprintable_character: () => 'there is a character with the code 0 in it, which cannot be kept; remove it',
  too_often: ({ minutes }) => `too many attempts in a short time; wait ${minutes ?? 1} minutes and try again`,
  too_fast: ({ seconds }) => `requests come too fast; wait ${seconds} seconds and try again`,
  cross_site: () => 'the request came from another site and was not carried out; act from this site itself',
  internal: () => 'something unforeseen went wrong; nothing was recorded, try again',
  id: () => 'the identifier is malformed',
  idempotency_key: () => 'the idempotency key must have 8 to 200 characters',
  idempotency_key_reused: () => 'this idempotency key was used for another request',
  preview_busy: () => 'many previews are waiting to be made; try again in a few minutes',
  preview_failed: () => 'LibreOffice on the server did not make the PDF; take the Word file',
  seal_hash: () => 'a seal has 64 characters 0–9, a–f',
  file_name: () => 'a file name has 1 to 200 characters, no / or \\ and no control characters',
  file_empty: () => 'the file is empty',
  file_over_limit: ({ most }: Detail) => `the file is larger than ${most} MB`,
  file_ending: ({ endings }: Detail) =>
    `the ending of the file name does not fit its contents; for these contents the name must end in ${endings}`,
  file_type: ({ type }: Detail) =>
    `this type of file is not taken (${type}); only PDF, text documents, sheets, slides, pictures, ZIP, MP3, MP4 and plain text`,
};

function nameOf(permission: string | number | undefined): string {
  const known = Permission.safeParse(permission);
  return known.success ? permissions[known.data] : String(permission);
}
