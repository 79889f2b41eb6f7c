import type { PluginHost, ReactiveController, ReactiveControllerHost } from '@milepost/sdk';
import { loadBoard, loadOrganisation } from '../data/load-board.ts';
import type { BoardData } from '../data/load-board.ts';
import { hostReader } from '../data/reader.ts';
import { chooseMonth } from '../domain/month.ts';
import type { MonthChoice } from '../domain/month.ts';
import type { Organisation } from '../domain/participants.ts';
import { whoFor } from '../domain/scope.ts';
import type { Who } from '../domain/scope.ts';

/** Where a reading stands. `outside`: the scope lies outside what the person may see; `ahead`: the period has not begun. */
export type BoardState =
  | { readonly kind: 'loading' | 'outside' | 'ahead' }
  | { readonly kind: 'error'; readonly error: unknown }
  | { readonly kind: 'ready'; readonly data: BoardData; readonly who: Who; readonly organisation: Organisation };

/** Reads and scores the month of the scope, and again when the scope changes. A newer reading ends the older one. */
export class BoardController implements ReactiveController {
  readonly #element: ReactiveControllerHost;
  readonly #host: () => PluginHost;
  readonly #ready: (() => void) | undefined;
  #reading: AbortController | undefined;
  #organisation: Organisation | undefined;
  state: BoardState = { kind: 'loading' };

  /** `ready` runs after each successful reading. */
  constructor(element: ReactiveControllerHost, host: () => PluginHost, ready?: () => void) {
    this.#element = element;
    this.#host = host;
    this.#ready = ready;
    element.addController(this);
  }

  hostConnected(): void {
    void this.load();
  }

  hostDisconnected(): void {
    this.#reading?.abort();
  }

  /** The months of the scope's period and the one shown. */
  get choice(): MonthChoice {
    const { scope, session, navigate } = this.#host();
    return chooseMonth(
      scope.current.period,
      navigate.location.current.params['month'],
      session.today,
      session.tenant.fiscalYearStartMonth,
    );
  }

  /** Ends with the element or with the next reading. */
  get signal(): AbortSignal | undefined {
    return this.#reading?.signal;
  }

  /** Reads anew. What is shown stays until the new data is there, unless `fresh`. */
  async load(fresh = true): Promise<void> {
    this.#reading?.abort();
    const reading = new AbortController();
    this.#reading = reading;
    if (fresh) this.#set({ kind: 'loading' });
    try {
      const next = await this.#read(reading.signal);
      if (reading.signal.aborted) return;
      this.#set(next);
      if (next.kind === 'ready') this.#ready?.();
    } catch (error) {
      if (!reading.signal.aborted) this.#set({ kind: 'error', error });
    }
  }

  async #read(signal: AbortSignal): Promise<BoardState> {
    const host = this.#host();
    const { month } = this.choice;
    if (month === null) return { kind: 'ahead' };
    const reader = hostReader(host, signal);
    this.#organisation ??= await loadOrganisation(reader.mirror);
    const { user, today } = host.session;
    const who = whoFor({ personId: user.personId, role: user.role, today }, this.#organisation, host.scope.current.unitId);
    if (!who) return { kind: 'outside' };
    return {
      kind: 'ready',
      data: await loadBoard(reader, this.#organisation, month, who),
      who,
      organisation: this.#organisation,
    };
  }

  #set(state: BoardState): void {
    this.state = state;
    this.#element.requestUpdate();
  }
}
