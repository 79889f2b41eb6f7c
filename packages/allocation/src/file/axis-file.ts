/** Axes in a file, member by member. */
import { choiceOf, fieldsOf, listOf, textOf } from './shape.ts';
import type { AxisInput, AxisKind, MemberInput } from '../axis.ts';

const KINDS: Readonly<Record<AxisKind, true>> = {
  ...{ time: true, organisation: true, product: true, customerType: true, territory: true, channel: true },
};

/** Axes, and what people call their members. */
export interface AxesRead {
  readonly axes: AxisInput[];
  /** Names by member id, by axis id. */
  readonly names: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

/** Reads the axes; whether they are trees is checked where a plan is made of them. */
export function readAxes(value: unknown, path: string): AxesRead {
  const names = new Map<string, ReadonlyMap<string, string>>();
  const axes = listOf(value, path).map((item, at) => {
    const fields = fieldsOf(item, `${path}.${at}`, ['id!', 'kind!', 'name', 'members!']);
    const id = textOf(fields['id'], `${path}.${at}.id`);
    const kind = choiceOf(fields['kind'], `${path}.${at}.kind`, axisKinds);
    const { members, called } = readMembers(fields['members'], `${path}.${at}.members`);
    names.set(id, called);
    return { id, kind, members };
  });
  return { axes, names };
}

/** What an axis can stand for. */
export const axisKinds = Object.keys(KINDS) as readonly AxisKind[];

/** Reads members with their names. */
export function readMembers(value: unknown, path: string): { members: MemberInput[]; called: ReadonlyMap<string, string> } {
  const called = new Map<string, string>();
  const members = listOf(value, path).map((item, at) => {
    const place = `${path}.${at}`;
    const fields = fieldsOf(item, place, ['id!', 'parentId!', 'name']);
    const id = textOf(fields['id'], `${place}.id`);
    const { parentId, name } = fields;
    if (name !== undefined) called.set(id, textOf(name, `${place}.name`));
    return { id, parentId: parentId === null ? null : textOf(parentId, `${place}.parentId`) };
  });
  return { members, called };
}
