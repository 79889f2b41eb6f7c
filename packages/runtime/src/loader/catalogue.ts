import type { Disposer, I18nApi, Locale, Messages, Observable, PluginDefinition } from '@milepost/sdk';
import { createObservable, formatMessage } from '@milepost/sdk/host-kit';

/** The texts of one plugin version in the language in use. */
export interface Catalogue extends I18nApi {
  dispose: Disposer;
}

/**
 * Loads the texts of the language in use. When the language changes, the plugin hears of it after its texts have come,
 * so that no view is drawn with the wrong ones. A catalogue that cannot be loaded later leaves the plugin in the language it has.
 */
export async function createCatalogue(definition: PluginDefinition, wanted: Observable<Locale>): Promise<Catalogue> {
  const loadable = (locale: Locale): (() => Promise<Messages>) | undefined =>
    definition.messages[locale] ?? Object.values(definition.messages)[0];
  let messages = (await loadable(wanted.current)?.()) ?? {};
  const locale = createObservable<Locale>(wanted.current);
  const dispose = wanted.subscribe((next) => {
    void Promise.resolve(loadable(next)?.()).then(
      (loaded) => {
        if (wanted.current !== next) return;
        messages = loaded ?? {};
        locale.set(next);
      },
      () => undefined,
    );
  });
  return {
    locale,
    t: (key, params = {}) => formatMessage(Object.hasOwn(messages, key) ? (messages[key] ?? key) : key, params, locale.current),
    dispose,
  };
}
