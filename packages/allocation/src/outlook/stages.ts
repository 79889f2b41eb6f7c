/** The stages of a sales process, in their order. */
import { outlookError } from './outlook-error.ts';

/** The four control points every process is counted at: 接触, 方案陈述, 商业谈判, 促单. */
export type ControlPoint = 'contact' | 'proposal' | 'negotiation' | 'closing';

/** In the order a deal passes them. */
export const controlPoints = ['contact', 'proposal', 'negotiation', 'closing'] as const satisfies readonly ControlPoint[];

/** A stage of the company's own process. */
export interface Stage {
  readonly id: string;
  /** Where the stage belongs among the four control points; several stages may share one. */
  readonly controlPoint?: ControlPoint;
}

/** How an opportunity ends; in the stage history these stand where a stage would. */
export type Outcome = 'won' | 'lost';

/** Places of the stages by id. Throws for an empty list, a stage listed twice, or one named like an outcome. */
export function indexStages(stages: readonly Stage[], path = 'stages'): ReadonlyMap<string, number> {
  if (stages.length === 0) throw outlookError('allocation.outlook.stages.empty', '', path);
  const places = new Map<string, number>();
  stages.forEach(({ id }, index) => {
    if (isOutcome(id)) throw outlookError('allocation.outlook.stage.reserved', id, `${path}.${index}.id`);
    if (places.has(id)) throw outlookError('allocation.outlook.stage.duplicate', id, `${path}.${index}.id`);
    places.set(id, index);
  });
  return places;
}

/** Whether the text names an end instead of a stage. */
export function isOutcome(text: string): text is Outcome {
  return text === 'won' || text === 'lost';
}
