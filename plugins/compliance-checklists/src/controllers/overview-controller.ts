import type { Organisation, PluginHost, ReactiveController, ReactiveControllerHost } from '@milepost/sdk';
import { ChecksStore } from '../data/checks-store.ts';
import type { TemplateRecord } from '../data/checks-store.ts';
import { daysOfPeriod, figuresOf, ratesByMonth, runsIn, trendMonths } from '../domain/figures.ts';
import type { Days, Figures, MonthRate } from '../domain/figures.ts';
import type { FindingRow, Overview, RunRow } from '../domain/records.ts';
import { inScope } from '../domain/scope.ts';

/** What the page shows, cut to the scope. */
export interface OverviewView {
  readonly organisation: Organisation;
  readonly templates: readonly TemplateRecord[];
  readonly runs: readonly RunRow[];
  readonly drafts: readonly RunRow[];
  readonly findings: readonly FindingRow[];
  readonly figures: Figures;
  readonly months: readonly MonthRate[];
}

interface Loaded {
  readonly overview: Overview;
  readonly organisation: Organisation;
  readonly templates: readonly TemplateRecord[];
}

/** Loads what the page lists and cuts it to scope and period; a later answer wins over an earlier one. */
export class OverviewController implements ReactiveController {
  readonly #element: ReactiveControllerHost;
  readonly #host: () => PluginHost;
  #loaded: Loaded | null = null;
  #view: OverviewView | null = null;
  #round = 0;
  #period = '';
  error: unknown = null;

  constructor(element: ReactiveControllerHost, host: () => PluginHost) {
    this.#element = element;
    this.#host = host;
    element.addController(this);
  }

  hostConnected(): void {
    void this.load();
  }

  get view(): OverviewView | null {
    return this.#view;
  }

  get store(): ChecksStore {
    return new ChecksStore(this.#host());
  }

  /** Cuts anew for another scope; asks the gateway only when the days changed. */
  rescope(): void {
    if (this.#period !== this.#host().scope.current.period) void this.load();
    else this.#cut();
  }

  async load(): Promise<void> {
    const round = ++this.#round;
    const host = this.#host();
    this.#period = host.scope.current.period;
    this.error = null;
    this.#element.requestUpdate();
    try {
      const [overview, organisation, templates] = await Promise.all([
        this.store.overview(this.#days()),
        this.store.organisation(),
        this.store.templates.listAll(),
      ]);
      if (round !== this.#round) return;
      this.#loaded = { overview, organisation, templates };
      this.#cut();
    } catch (error) {
      if (round === this.#round) this.error = error;
    }
    this.#element.requestUpdate();
  }

  /** From the first month of the trend to the end of the period. */
  #days(): Days {
    const { session, scope } = this.#host();
    const startMonth = session.tenant.fiscalYearStartMonth;
    const period = daysOfPeriod(scope.current.period, startMonth);
    const [first = period.from] = trendMonths(scope.current.period, startMonth, session.today);
    const from = `${first}-01` < period.from ? `${first}-01` : period.from;
    return { from, to: period.to };
  }

  #cut(): void {
    if (!this.#loaded) return;
    const { overview, organisation, templates } = this.#loaded;
    const { session, scope } = this.#host();
    const startMonth = session.tenant.fiscalYearStartMonth;
    const days = daysOfPeriod(scope.current.period, startMonth);
    const runs = inScope(overview.runs, scope.current, organisation);
    const findings = inScope(overview.findings, scope.current, organisation);
    this.#view = {
      organisation,
      templates,
      runs: runsIn(runs, days),
      drafts: runs.filter(({ status, inspectorId }) => status === 'draft' && inspectorId === session.user.personId),
      findings,
      figures: figuresOf(runs, findings, days, session.today),
      months: ratesByMonth(runs, trendMonths(scope.current.period, startMonth, session.today)),
    };
    this.#element.requestUpdate();
  }
}
