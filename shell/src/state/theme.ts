import { applyTokens, setUiLocale } from '@milepost/ui';
import { createObservable } from '@milepost/sdk/host-kit';
import type { Observable } from '@milepost/sdk';
import type { PortalFile } from '../portal/types.ts';
import type { PreferenceStore, Preferences } from './preferences.ts';

/** Row heights by density; phones keep theirs, because a thumb does not get smaller. */
const densities: Record<Preferences['density'], Record<`--mp-${string}`, string>> = {
  compact: { '--mp-row-height': '32px', '--mp-control-height': '32px' },
  normal: {},
  roomy: { '--mp-row-height': '48px', '--mp-control-height': '40px' },
};

const night = matchMedia('(prefers-color-scheme: dark)');
const phone = matchMedia('(pointer: coarse), (max-width: 599px)');

/**
 * The company's own tokens. Its colours are chosen for light surfaces: at night its accent keeps the hue, as light as text on
 * dark surfaces has to be, and the others stay those of the scheme.
 */
function companyTokens(theme: PortalFile['theme'], scheme: 'light' | 'dark'): Record<`--mp-${string}`, string> {
  const tokens = theme?.tokens ?? {};
  if (scheme === 'light') return tokens;
  const others = Object.entries(tokens).filter(([name]) => !name.startsWith('--mp-color-'));
  const accent = tokens['--mp-color-accent'];
  const ownNight: Record<`--mp-${string}`, string> = accent
    ? {
        '--mp-color-accent': `oklch(from ${accent} 0.8 min(c, 0.12) h)`,
        '--mp-color-on-accent': `oklch(from ${accent} 0.2 min(c, 0.05) h)`,
      }
    : {};
  return { ...(Object.fromEntries(others) as Record<`--mp-${string}`, string>), ...ownNight };
}

/** Puts the person's theme and density on the document and keeps them; answers the scheme in use. */
export function followTheme(preferences: PreferenceStore, theme: PortalFile['theme']): Observable<'light' | 'dark'> {
  const schemeNow = (): 'light' | 'dark' => {
    const { theme: wanted } = preferences.value.current;
    return wanted === 'auto' ? (night.matches ? 'dark' : 'light') : wanted;
  };
  const scheme = createObservable(schemeNow());
  const apply = (): void => {
    const density = phone.matches ? {} : densities[preferences.value.current.density];
    applyTokens(document, {
      scheme: scheme.current,
      overrides: { ...companyTokens(theme, scheme.current), ...density },
    });
    document.documentElement.dataset['theme'] = scheme.current;
  };
  const refresh = (): void => {
    scheme.set(schemeNow());
    apply();
  };
  apply();
  preferences.value.subscribe(refresh);
  night.addEventListener('change', refresh);
  phone.addEventListener('change', refresh);
  return scheme;
}

/** The document's language, and that of the design system. */
export function showLanguage(locale: 'zh-CN' | 'en'): void {
  document.documentElement.lang = locale;
  setUiLocale(locale);
}
