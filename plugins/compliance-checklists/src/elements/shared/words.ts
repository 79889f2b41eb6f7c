import type { Severity } from '@milepost/checklist';
import type { PluginHost } from '@milepost/sdk';
import { formatNumber } from '@milepost/ui/format';
import type { RunResult } from '../../domain/records.ts';

/** Tones of the design system. */
export type Tone = 'neutral' | 'accent' | 'positive' | 'warning' | 'critical';

/** Thousandths of a percent as people read them: `86.7%`; null is `—`. */
export function percentText(milli: number | null): string {
  return milli === null ? '—' : `${formatNumber(milli / 1000, { decimals: 1 })}%`;
}

/** The tone of a result. */
export const resultTone: Readonly<Record<RunResult['result'] | 'open', Tone>> = {
  pass: 'positive',
  fail: 'critical',
  'not-scored': 'neutral',
  open: 'neutral',
};

/** The tone of a severity. */
export const severityTone: Readonly<Record<Severity, Tone>> = { minor: 'neutral', major: 'warning', critical: 'critical' };

/** What went wrong, in words: the host's message and remedy, else the plugin's own. */
export function errorText(host: PluginHost, error: unknown): { readonly text: string; readonly code: string } {
  const known = error as {
    readonly message?: string;
    readonly remedy?: string;
    readonly code?: string;
    readonly problems?: readonly { readonly message: string }[];
  };
  if (typeof known?.code !== 'string') return { text: host.i18n.t('error.unknown'), code: '' };
  const parts = [known.problems?.[0]?.message ?? known.message ?? '', known.problems?.length ? '' : (known.remedy ?? '')];
  return { text: parts.filter(Boolean).join(host.i18n.locale.current === 'zh-CN' ? '' : ' '), code: known.code };
}
