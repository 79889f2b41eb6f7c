import { createObservable } from '@milepost/sdk/host-kit';
import type { Notice, Observable } from '@milepost/sdk';

/** A notice on the page. */
export interface ShownNotice extends Notice {
  readonly id: number;
  /** Kept in the list of notifications after it left the corner. */
  readonly kept: boolean;
}

/** Short messages: in a corner for a moment, and in the list while they matter. */
export interface NoticeCenter {
  /** In the corner now. */
  readonly shown: Observable<readonly ShownNotice[]>;
  /** In the list of notifications. */
  readonly kept: Observable<readonly ShownNotice[]>;
  /** `kept` is another wording for the list; `quiet` puts it there only. */
  add(notice: Notice, options?: { readonly quiet?: boolean; readonly kept?: Notice }): void;
  dismiss(id: number): void;
  forget(id: number): void;
}

const seconds: Record<Notice['tone'], number> = { info: 5, positive: 4, warning: 8, critical: 0 };

/** Makes the notice center. Critical notices stay in the corner until they are closed. */
export function createNotices(): NoticeCenter {
  const shown = createObservable<readonly ShownNotice[]>([]);
  const kept = createObservable<readonly ShownNotice[]>([]);
  let next = 1;
  const without = (list: readonly ShownNotice[], id: number): readonly ShownNotice[] => list.filter((notice) => notice.id !== id);
  const dismiss = (id: number): void => shown.set(without(shown.current, id));
  return {
    shown,
    kept,
    add(notice, { quiet = false, kept: listed = notice } = {}) {
      const worthKeeping = notice.tone === 'warning' || notice.tone === 'critical';
      const entry: ShownNotice = { ...notice, id: next++, kept: worthKeeping };
      if (worthKeeping && !kept.current.some(({ text }) => text === listed.text))
        kept.set([{ ...entry, ...listed }, ...kept.current].slice(0, 50));
      if (quiet) return;
      shown.set([...shown.current.filter(({ text }) => text !== notice.text), entry].slice(-4));
      if (seconds[notice.tone] > 0) setTimeout(() => dismiss(entry.id), seconds[notice.tone] * 1000);
    },
    dismiss,
    forget: (id) => kept.set(without(kept.current, id)),
  };
}
