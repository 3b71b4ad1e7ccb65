import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { html } from './html.ts';

describe('markup of the portal', () => {
  test.each([
    ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    [`" onload='x'`, '&quot; onload=&#39;x&#39;'],
    ['Xã & Phường', 'Xã &amp; Phường'],
  ])('%s typed by somebody is text', (typed, printed) => {
    expect(`${html`<p title="${typed}">${typed}</p>`}`).toBe(`<p title="${printed}">${printed}</p>`);
  });

  test('markup in markup is kept, what is absent prints nothing, a list stands in order', () => {
    const items = ['một', 'hai'].map((word) => html`<li>${word}</li>`);
    expect(`${html`<ul>${items}${false}${undefined}${null}</ul>${0}`}`).toBe(
      '<ul><li>một</li><li>hai</li></ul>0',
    );
  });

  test('no text can open a tag or leave an attribute', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(`${html`${text}`}`).not.toMatch(/[<>"']/);
      }),
    );
  });
});
