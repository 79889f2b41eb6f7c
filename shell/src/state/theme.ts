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

/** Puts the person's theme and density on the document and keeps them; answers the scheme in use. */
export function followTheme(preferences: PreferenceStore, theme: PortalFile['theme']): Observable<'light' | 'dark'> {
  const schemeNow = (): 'light' | 'dark' => {
    const { theme: wanted } = preferences.value.current;
    return wanted === 'auto' ? (night.matches ? 'dark' : 'light') : wanted;
  };
  const scheme = createObservable(schemeNow());
  const apply = (): void => {
    const density = phone.matches ? {} : densities[preferences.value.current.density];
    const tokens = Object.entries(theme?.tokens ?? {}).filter(([name]) => scheme.current === 'light' || !name.startsWith('--mp-color-'));
    applyTokens(document, { scheme: scheme.current, overrides: { ...(Object.fromEntries(tokens) as Record<`--mp-${string}`, string>), ...density } });
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
