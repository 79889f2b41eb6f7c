import { mountAudit } from './audit/routes.ts';
import { mountCrm } from './crm/routes.ts';
import { mountTemplates } from './crm/templates.ts';
import { mountHealth } from './http/health.ts';
import type { GatewayApp } from './http/env.ts';
import type { GatewayKit } from './http/kit.ts';
import { mountOpenApi } from './http/openapi.ts';
import { mountRecords } from './records/routes.ts';
import { mountServerParts } from './server-part/routes.ts';
import { mountDemo } from './session/demo-routes.ts';
import { mountEmbed } from './session/embed-routes.ts';
import { mountOidc } from './session/oidc-routes.ts';
import { mountSession } from './session/routes.ts';

/** Adds every route of the gateway itself. */
export async function mountRoutes(app: GatewayApp, kit: GatewayKit): Promise<void> {
  mountHealth(app, kit);
  if (kit.config.demo) mountDemo(app, kit);
  if (kit.config.oidc) mountOidc(app, kit, kit.config.oidc);
  await mountEmbed(app, kit);
  mountSession(app, kit);
  mountCrm(app, kit);
  mountTemplates(app, kit);
  mountRecords(app, kit);
  mountServerParts(app, kit);
  mountAudit(app, kit);
  mountOpenApi(app, kit);
}
