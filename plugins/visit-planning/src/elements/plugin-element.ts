import { HostController, LitElement, property } from '@milepost/sdk';
import type { ElementContext, PluginHost } from '@milepost/sdk';
import { settingsOf } from '../domain/settings.ts';
import type { Settings } from '../domain/settings.ts';
import { Words } from './words.ts';

/** What the page and the widgets share: the three properties of the element contract, texts, settings. */
export abstract class VisitElement extends LitElement {
  @property({ attribute: false }) host!: PluginHost;
  @property({ attribute: false }) config: Readonly<Record<string, unknown>> = {};
  @property({ attribute: false }) context: ElementContext = { place: '' };

  readonly watch = new HostController(this, () => this.host, { onScope: () => this.refresh() });
  #words: Words | undefined;

  /** Loads again after the scope changed. */
  protected abstract refresh(): void;

  protected get words(): Words {
    return (this.#words ??= new Words(this.host));
  }

  protected get settings(): Settings {
    return settingsOf(this.config);
  }

  /** Goes to the board, with a visit or an account opened. */
  protected openBoard(params: Readonly<Record<string, string>> = {}): void {
    this.host.navigate.to({ page: 'visit-planning/week', params });
  }
}
