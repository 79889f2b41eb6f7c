import { RoutingError } from '../error.ts';

/** Runs what reads a problem; an error about a customer names the id beside the position, which nobody counts in a long list. */
export function nameCustomer<T>(file: unknown, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof RoutingError)) throw error;
    const id = idAt(file, error.path);
    throw id === null ? error : new RoutingError(error.code, error.value, error.path, id);
  }
}

/** Id of the customer in whose data the path lies; null elsewhere, and where the id itself is wrong. */
function idAt(file: unknown, path: string): string | null {
  const [, index, field] = /^customers\.(\d+)\.(.+)$/.exec(path) ?? [];
  if (index === undefined || field === 'id') return null;
  const { customers } = file as { readonly customers: readonly { readonly id?: unknown }[] };
  const id = customers[Number(index)]?.id;
  return typeof id === 'string' && id !== '' ? id.slice(0, 80) : null;
}
