import { guessFormat, RoutingError } from '@milepost/routing/formats';

/** Whether a text looks like a published instance; one that is cut short does, a visit problem does not. */
export function isInstance(text: string): boolean {
  try {
    return guessFormat(text) !== 'json';
  } catch (error) {
    if (error instanceof RoutingError) return false;
    throw error;
  }
}
