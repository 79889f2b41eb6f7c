import { describe, expect, it } from 'vitest';
import { renderFramePage } from './frame-page.ts';

const template = '<head><script type="module" src="/embed/assets/frame-1.js"></script></head>';

describe('renderFramePage', () => {
  it('puts one fresh nonce on every script and into the policy', () => {
    const first = renderFramePage(template, ['https://crm.example.com']);
    const nonce = /nonce="([^"]+)"/.exec(first.html)?.[1];
    expect(nonce).toHaveLength(24);
    expect(first.csp).toContain(`script-src 'nonce-${nonce}' 'strict-dynamic'`);
    expect(renderFramePage(template, []).html).not.toBe(first.html);
  });

  it('lets only the allowed origins frame it, and nobody when there are none', () => {
    expect(renderFramePage(template, ['https://a.example', 'https://b.example']).csp).toContain(
      'frame-ancestors https://a.example https://b.example;',
    );
    expect(renderFramePage(template, []).csp).toContain("frame-ancestors 'none'");
  });
});
