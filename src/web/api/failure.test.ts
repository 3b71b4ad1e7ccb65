import { ORPCError } from '@orpc/client';
import { describe, expect, test } from 'vitest';
import { ConnectionLost } from './ask.ts';
import { decodeRefusal, failureOf } from './failure.ts';

describe('why the server did not do what was asked', () => {
  test('a refusal keeps its faults and where each belongs', () => {
    const body = {
      code: 'rule_broken',
      faults: [{ path: ['day'], code: 'before_last_version', detail: { day: '2025-07-01' } }],
    };
    expect(failureOf(decodeRefusal(body, 422))).toEqual(body);
  });

  test.each([
    [401, 'unauthenticated'],
    [403, 'forbidden'],
    [404, 'not_found'],
    [429, 'too_many'],
    [500, 'broken'],
    [502, 'broken'],
  ])('status %i with a page instead of a refusal is %s', (status, code) => {
    expect(failureOf(decodeRefusal('<html>', status))).toEqual({ code, faults: [] });
  });

  test('no answer at all is offline, a fault of the program is broken', () => {
    expect(failureOf(new ConnectionLost(new TypeError('Failed to fetch'))).code).toBe('offline');
    expect(failureOf(new TypeError("Cannot read properties of undefined (reading 'map')")).code).toBe(
      'broken',
    );
    expect(failureOf(new Error('?')).code).toBe('broken');
    expect(failureOf(new ORPCError('BAD_GATEWAY')).code).toBe('broken');
  });
});
