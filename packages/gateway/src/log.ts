import { pino } from 'pino';
import type { DestinationStream, Logger, LoggerOptions } from 'pino';
import type { GatewayConfig } from './config/config.ts';

/**
 * The gateway's log: JSON lines without personal data or secrets. A line with a field `text` also says in both languages what
 * a person should know; a terminal shows that instead.
 * @param to where lines go; standard output when left out.
 */
export function createLog(config: Pick<GatewayConfig, 'logLevel'>, to?: DestinationStream): Logger {
  const options: LoggerOptions = {
    level: config.logLevel,
    base: null,
    // A database error carries its connection and the values of the statement: neither belongs in a log.
    serializers: {
      err: ({ name, message, stack, code }: Error & { code?: string }) => ({ name, message, code, stack }),
    },
    redact: {
      paths: ['*.password', '*.token', '*.secret', '*.authorization', '*.cookie', 'err.parameters', 'err.detail', 'err.where'],
      censor: '[redacted]',
    },
  };
  return to ? pino(options, to) : pino(options);
}
