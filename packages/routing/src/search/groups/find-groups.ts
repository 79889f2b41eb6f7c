import type { Instance } from '../../instance.ts';

/** Clients and vehicles that have nothing to do with the others. Both ascending. */
export interface Group {
  readonly clients: readonly number[];
  readonly vehicles: readonly number[];
}

/**
 * Splits an instance into groups that share no vehicle: the connected parts of the graph of who may serve whom. Representatives who own
 * their customers make one group each, so that the work grows with their number and not with its square. Clients whom nobody may serve
 * join the first group.
 */
export function findGroups({ clients, vehicles, allowed }: Instance): Group[] {
  const everybody = { clients: numbers(clients.count), vehicles: numbers(vehicles) };
  if (allowed === null || vehicles < 2) return [everybody];
  const root = numbers(vehicles);
  const find = (vehicle: number): number => {
    let at = vehicle;
    while (root[at] !== at) at = root[at] = root[root[at]!]!;
    return at;
  };
  const first = new Int32Array(clients.count).fill(-1);
  for (let client = 0; client < clients.count; client++) {
    for (let vehicle = 0; vehicle < vehicles; vehicle++) {
      if (allowed[client * vehicles + vehicle] === 0) continue;
      if (first[client]! < 0) first[client] = vehicle;
      else root[find(vehicle)] = find(first[client]!);
    }
  }
  const groups = new Map<number, { clients: number[]; vehicles: number[] }>();
  for (let vehicle = 0; vehicle < vehicles; vehicle++) {
    const group = groups.get(find(vehicle)) ?? { clients: [], vehicles: [] };
    group.vehicles.push(vehicle);
    groups.set(find(vehicle), group);
  }
  const list = [...groups.values()];
  for (let client = 0; client < clients.count; client++) {
    (first[client]! < 0 ? list[0]! : groups.get(find(first[client]!))!).clients.push(client);
  }
  const busy = list.filter((group) => group.clients.length > 0);
  return busy.length > 0 ? busy : [everybody];
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}
