import { defineServerPart } from '@milepost/gateway/server-part';
import { attachmentRules } from './attachment-rules.ts';
import { demoRecords } from './demo.ts';
import { findingRules } from './finding-rules.ts';
import { overview } from './overview.ts';
import { runRules } from './run-rules.ts';
import { assign, step } from './steps.ts';
import { submit } from './submit.ts';
import { templateRules } from './template-rules.ts';

/** What the gateway holds to: scores it computed itself, submissions that stay, findings that move along their table. */
export default defineServerPart({
  id: 'compliance-checklists',
  collections: { templates: templateRules, runs: runRules, findings: findingRules, attachments: attachmentRules },
  routes: [overview, submit, step, assign],
  demoRecords,
});
