import { css } from 'lit';
import type { IconName } from '../icons/icon-paths.ts';

/** What a state means. A tone never stands alone: an icon or a word goes with it. */
export type Tone = 'neutral' | 'accent' | 'positive' | 'warning' | 'critical';

/** The icon that goes with a tone. */
export const toneIcons: Record<Tone, IconName | ''> = {
  neutral: '',
  accent: 'info',
  positive: 'check-circle',
  warning: 'warning',
  critical: 'error',
};

/** Sets `--tone` and `--tone-soft` from a `data-tone` attribute. */
export const toneStyles = css`
  [data-tone] {
    --tone: var(--mp-color-muted);
    --tone-soft: var(--mp-color-neutral-soft);
  }
  [data-tone='accent'] {
    --tone: var(--mp-color-accent);
    --tone-soft: var(--mp-color-accent-soft);
  }
  [data-tone='positive'] {
    --tone: var(--mp-color-positive);
    --tone-soft: var(--mp-color-positive-soft);
  }
  [data-tone='warning'] {
    --tone: var(--mp-color-warning);
    --tone-soft: var(--mp-color-warning-soft);
  }
  [data-tone='critical'] {
    --tone: var(--mp-color-critical);
    --tone-soft: var(--mp-color-critical-soft);
  }
`;
