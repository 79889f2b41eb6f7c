import type { Runtime } from '@milepost/runtime';
import type { CrmApi, Observable, Organisation } from '@milepost/sdk';
import type { Snapshot } from '@milepost/runtime';
import type { PortalAnswer, SessionAnswer } from '../portal/types.ts';
import type { NoticeCenter } from './notices.ts';
import type { PreferenceStore } from './preferences.ts';
import type { Router } from './router.ts';
import type { Texts } from '../i18n/texts.ts';

/** What the frame and the pages share. Each part can be made and tested alone. */
export interface Shell {
  readonly session: SessionAnswer;
  readonly portal: PortalAnswer;
  readonly snapshot: Snapshot;
  readonly texts: Texts;
  readonly router: Router;
  readonly preferences: PreferenceStore;
  /** The scheme in use. */
  readonly theme: Observable<'light' | 'dark'>;
  readonly online: Observable<boolean>;
  readonly notices: NoticeCenter;
  readonly crm: CrmApi;
  readonly runtime: Runtime;
  /** The organisation as of today; read once. */
  organisation(): Promise<Organisation>;
}
