import type { PluginHost } from '@milepost/sdk';
import type { VisitForm } from '../../controllers/visit-form.ts';
import type { WeekController } from '../../controllers/week-controller.ts';
import type { Proposal, ProposalInput } from '../../domain/propose.ts';
import type { Settings } from '../../domain/settings.ts';
import type { DayReport } from '../../domain/types.ts';
import type { Words } from '../words.ts';
import type { FigureList } from './figures.ts';

/** What the panel beside the week shows. */
export type Panel =
  | { readonly kind: 'list'; readonly list: FigureList }
  | { readonly kind: 'account'; readonly accountId: string }
  | { readonly kind: 'visit'; readonly form: VisitForm }
  | { readonly kind: 'proposal'; readonly input: ProposalInput; readonly proposal: Proposal }
  | { readonly kind: 'report'; readonly report: DayReport; readonly restored: boolean };

/** What the work on a week needs of its page. */
export interface WorkSurroundings {
  readonly host: PluginHost;
  readonly words: Words;
  readonly settings: Settings;
  readonly week: WeekController;
  /** Somebody else's week is looked at. */
  readonly readOnly: boolean;
}
