import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import type { Shell } from '../state/shell.ts';
import type { PortalPage } from '../portal/types.ts';

/** What a page of the shell is given. Unsaved work is asked for before the page is left. */
export abstract class PortalPageElement extends LitElement {
  @property({ attribute: false }) shell!: Shell;
  @property({ attribute: false }) page!: PortalPage;

  /** Whether something on the page is not saved. */
  get dirty(): boolean {
    return false;
  }
}
