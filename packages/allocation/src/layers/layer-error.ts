import { AllocationError } from '../error.ts';
import { layerMessages } from './messages.ts';

/** An error of a layer, with its texts. */
export function layerError(code: keyof typeof layerMessages, value: unknown, path = ''): AllocationError {
  return new AllocationError(code, layerMessages[code], value, path);
}
