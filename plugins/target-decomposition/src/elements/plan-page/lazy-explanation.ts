import { html } from '@milepost/sdk';
import type { PluginHost, TemplateResult } from '@milepost/sdk';
import type { Words } from '../shared/words.ts';
import type * as Renderer from './render-explanation.ts';

/** The explanation of a cell, loaded when somebody first asks for one. */
export class LazyExplanation {
  readonly #update: () => void;
  #renderer: typeof Renderer | null = null;
  #loading = false;
  #failed = false;

  constructor(update: () => void) {
    this.#update = update;
  }

  render(source: Renderer.ExplanationSource, host: PluginHost, words: Words): TemplateResult {
    if (this.#renderer) return this.#renderer.renderExplanation(source, host, words);
    if (this.#failed) {
      return html`<mp-state kind="error" .heading=${words.t('page.failed')} @mp-retry=${() => void this.#load()}></mp-state>`;
    }
    void this.#load();
    return html`<mp-state kind="loading"></mp-state>`;
  }

  async #load(): Promise<void> {
    if (this.#loading) return;
    this.#loading = true;
    try {
      this.#renderer = await import('./render-explanation.ts');
    } catch {
      this.#failed = true;
    }
    this.#loading = false;
    this.#update();
  }
}
