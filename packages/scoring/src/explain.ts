import { itemsOf } from './card.ts';
import type { CardItem, ScoreCard } from './card.ts';
import { trailOf } from './curves/trail.ts';
import { div, exact } from './exact.ts';
import { roundTogether } from './largest-remainder.ts';
import type { Text } from './problem.ts';
import type { Adjustment, GroupResult, ItemResult, PersonResult, ScoreResult } from './result.ts';

/**
 * A node of the way from a total down to the records. `points` (thousandths) of a total, group or item is the
 * sum of the `points` of its children; nodes without points say how an item came about.
 */
export interface Explanation {
  readonly kind: 'total' | 'group' | 'item' | 'earned' | 'adjustment' | 'trail' | 'numerator' | 'denominator' | 'records';
  readonly id: string;
  readonly label: Text;
  readonly points?: number;
  /** The same sums hold for `shown`, rounded to the asked decimals with the largest remainder. */
  readonly shown?: number;
  readonly detail?: Text;
  /** Numerator and denominator. */
  readonly value?: number | null;
  /** Ids to query for the records behind a value. */
  readonly factRefs?: readonly string[];
  readonly children: readonly Explanation[];
}

/**
 * The whole chain of one person's total. `decimals` (0 to 3) sets `shown`: the total is rounded half even and its
 * parts are rounded so that each level still adds up to the one above. With the `card` it was scored on, each item also says in words
 * how its curve was read; without it the way goes from the points to numerator and denominator.
 * @throws RangeError when the result holds no such person.
 */
export function explain(result: ScoreResult, personId: string, decimals = 1, card?: ScoreCard): Explanation {
  const person = result.people.find((p) => p.personId === personId);
  if (!person) throw new RangeError(`At people.${personId}: nobody with this id in the result. Score this person first.`);
  const unit = 10 ** (3 - decimals);
  const items = new Map(card && itemsOf(card).map((item) => [item.id, item]));
  return show(totalNode(person, items), roundHalfEvenTo(person.points, unit), unit);
}

type Items = ReadonlyMap<string, CardItem>;

function totalNode(person: PersonResult, items: Items): Explanation {
  return {
    kind: 'total',
    id: person.personId,
    label: { zh: '总分', en: 'Total' },
    points: person.points,
    detail: person.complete ? undefined : { zh: '尚有数据未到，不评级、不排名', en: 'Data still missing: no grade, no rank' },
    children: [...person.groups.map((group) => groupNode(group, items)), ...person.adjustments.map(adjustmentNode)],
  };
}

function groupNode(group: GroupResult, items: Items): Explanation {
  return {
    kind: 'group',
    id: group.groupId,
    label: group.name,
    points: group.points,
    detail: weightText(group.weight),
    children: [...group.items.map((item) => itemNode(item, items.get(item.itemId))), ...group.adjustments.map(adjustmentNode)],
  };
}

function itemNode(item: ItemResult, declared: CardItem | undefined): Explanation {
  const earned: Explanation = {
    kind: 'earned',
    id: `${item.itemId}/earned`,
    label: { zh: '权重 × 得分率', en: 'Weight × share' },
    points: item.earned,
    detail: statusText(item),
    children: [...trailNodes(item, declared), ...sourceNodes(item)],
  };
  return {
    kind: 'item',
    id: item.itemId,
    label: item.name,
    points: item.points,
    detail: weightText(item.weight),
    children: [earned, ...item.adjustments.map(adjustmentNode)],
  };
}

function trailNodes(item: ItemResult, declared: CardItem | undefined): Explanation[] {
  if (!declared) return [];
  const { numerator, denominator, target } = item;
  const known = item.value !== null && numerator !== null;
  const value = known ? (denominator === null ? exact(numerator) : div(exact(numerator), exact(denominator))) : null;
  return trailOf(declared.curve, value, target === null ? null : exact(target), denominator !== null).map((step, i) => ({
    kind: 'trail',
    id: `${item.itemId}/trail/${i}`,
    label: step.text,
    children: [],
  }));
}

function sourceNodes(item: ItemResult): Explanation[] {
  const nodes: Explanation[] = [
    {
      kind: 'numerator',
      id: `${item.itemId}/numerator`,
      label: { zh: '分子', en: 'Numerator' },
      value: item.numerator,
      children: [],
    },
  ];
  if (item.denominator !== null) {
    nodes.push({
      kind: 'denominator',
      id: `${item.itemId}/denominator`,
      label: { zh: '分母', en: 'Denominator' },
      value: item.denominator,
      children: [],
    });
  }
  nodes.push({
    kind: 'records',
    id: `${item.itemId}/records`,
    label: { zh: `记录 ${item.factRefs.length} 条`, en: `Records: ${item.factRefs.length}` },
    factRefs: item.factRefs,
    children: [],
  });
  return nodes;
}

function adjustmentNode(adjustment: Adjustment): Explanation {
  return {
    kind: 'adjustment',
    id: adjustment.vetoId,
    label: adjustment.reason,
    points: adjustment.points,
    detail: adjustment.citation,
    factRefs: adjustment.factRefs,
    children: [],
  };
}

function weightText(milli: number): Text {
  return { zh: `权重 ${milli / 1000}%`, en: `Weight ${milli / 1000}%` };
}

const statusWords: Record<Exclude<ItemResult['status'], 'scored'>, Text> = {
  pending: { zh: '待数据', en: 'Waiting for data' },
  zero: { zh: '没有数据，按规则计 0 分', en: 'No data: the card says 0' },
  'not-applicable': { zh: '不适用，权重已分给其余项', en: 'Does not apply: its weight went to the rest' },
  unscored: { zh: '不计分', en: 'Not counted' },
};

function statusText(item: ItemResult): Text {
  if (item.status !== 'scored') return statusWords[item.status];
  const text = `${item.weight / 1000} × ${Math.round((item.share ?? 0) * 10_000) / 10_000} = ${item.earned / 1000}`;
  return { zh: text, en: text };
}

/** Gives every node with points its `shown` value, level by level. */
function show(node: Explanation, shown: number, unit: number): Explanation {
  const counted = node.children.filter((child) => child.points !== undefined);
  const parts = roundTogether(
    counted.map((child) => child.points ?? 0),
    shown,
    unit,
  );
  let next = 0;
  const children = node.children.map((child) => (child.points === undefined ? child : show(child, parts[next++] ?? 0, unit)));
  return { ...node, shown: shown / 1000, children };
}

function roundHalfEvenTo(value: number, unit: number): number {
  const low = Math.floor(value / unit);
  const twice = 2 * (value - low * unit);
  const up = twice > unit || (twice === unit && low % 2 !== 0);
  return (low + (up ? 1 : 0)) * unit;
}
