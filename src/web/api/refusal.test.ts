import { describe, expect, test } from 'vitest';
import { fault } from '../../domain/kernel/fault.ts';
import { workspaceText } from '../../text/workspace.ts';
import type { FailureCode } from './failure.ts';
import { refusalOf } from './refusal.ts';

const general: Record<FailureCode, string> = workspaceText.vi.shell.refused;

describe('what a form says after a refusal', () => {
  test('a session that ended asks to sign in again, also when the server gives no reason', () => {
    const said = { sentence: general.unauthenticated, reasons: [], ended: true };
    expect(refusalOf('unauthenticated', [fault([], 'sign_in_first')], ['Cần đăng nhập'], general)).toEqual(
      said,
    );
    expect(refusalOf('unauthenticated', [], [], general)).toEqual(said);
  });

  test('a wrong password is told as such, not as a session that ended', () => {
    const wrong = [fault([], 'wrong_password')];
    expect(refusalOf('unauthenticated', wrong, ['Mật khẩu hiện tại không đúng'], general)).toEqual({
      sentence: 'Mật khẩu hiện tại không đúng.',
      reasons: [],
      ended: false,
    });
  });

  test('when the field shows the reason, the form points to it', () => {
    expect(refusalOf('unauthenticated', [fault(['code'], 'wrong_code')], [], general).sentence).toBe(
      general.invalid_input,
    );
  });

  test('a broken rule keeps its own sentence above the reasons, each once', () => {
    const faults = [fault([], 'has_children'), fault([], 'has_children')];
    expect(refusalOf('rule_broken', faults, ['Còn 3 đơn vị', 'Còn 3 đơn vị'], general)).toEqual({
      sentence: general.rule_broken,
      reasons: ['Còn 3 đơn vị'],
      ended: false,
    });
  });

  test.each(['offline', 'broken', 'too_many'] as const)('%s has no reason but itself', (code) => {
    expect(refusalOf(code, [], [], general)).toEqual({ sentence: general[code], reasons: [], ended: false });
  });
});
