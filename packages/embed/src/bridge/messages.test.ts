import { describe, expect, it } from 'vitest';
import { MAX_MESSAGE, readFrameMessage, readPageMessage } from './messages.ts';

const theme = { scheme: 'light', tokens: { '--mp-color-accent': '#1f6f5c' } };
const widget = { plugin: 'kpi-scoring', widget: 'account-effect', account: 'a1', lang: 'zh-CN', config: '{}' };

describe('messages of a frame', () => {
  it('are read when they fit', () => {
    for (const message of [{ type: 'ready' }, { type: 'size', height: 240 }, { type: 'open', path: '/accounts/a1' }]) {
      expect(readFrameMessage(message)).toEqual(message);
    }
  });

  it('are dropped when a field is missing, wrong or too many', () => {
    for (const message of [
      null,
      'size',
      [],
      { type: 'size' },
      { type: 'size', height: -1 },
      { type: 'size', height: 1e9 },
      { type: 'size', height: '240' },
      { type: 'size', height: 240, extra: 1 },
      { type: 'toString' },
      { type: 'constructor' },
      { type: 'unknown' },
    ]) {
      expect(readFrameMessage(message), JSON.stringify(message)).toBeNull();
    }
  });

  it('never open anything but a path of the gateway', () => {
    for (const path of ['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)', '']) {
      expect(readFrameMessage({ type: 'open', path }), path).toBeNull();
    }
  });
});

describe('messages of a page', () => {
  it('are read when they fit', () => {
    expect(readPageMessage({ type: 'show', widget, theme })).not.toBeNull();
    expect(readPageMessage({ type: 'assertion', id: 1, assertion: null, code: 'embed.assertion', text: 'no' })).not.toBeNull();
  });

  it('carry design tokens only, and no more than values', () => {
    for (const tokens of [
      { color: 'red' },
      { '--other': 'red' },
      { '--mp-color-accent': 1 },
      { '--mp-color-accent': 'red; } * { display: none' },
      { '--mp-image': 'url(https://evil.example/x.png)' },
    ]) {
      expect(readPageMessage({ type: 'theme', theme: { scheme: 'light', tokens } }), JSON.stringify(tokens)).toBeNull();
    }
  });

  it('are dropped beyond 256 kB', () => {
    const many = Object.fromEntries(Array.from({ length: 1200 }, (_, index) => [`--mp-t${index}`, 'x'.repeat(290)]));
    expect(JSON.stringify(many).length).toBeGreaterThan(MAX_MESSAGE);
    expect(readPageMessage({ type: 'theme', theme: { scheme: 'light', tokens: many } })).toBeNull();
  });
});
