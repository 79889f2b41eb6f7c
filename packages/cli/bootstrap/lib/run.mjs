import { spawn } from 'node:child_process';
import { createWriteStream, readFileSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { cache, root } from './project.mjs';
import { diskFull, noRegistry, stepFailed } from './messages.mjs';
import { finished, started } from './report.mjs';

/** Programs running now; an interrupted start must not leave an installation going on behind its back. */
const running = new Set();

/** @type {NodeJS.Signals[]} */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const GRACE_MS = 2000;
let listening = false;

/**
 * Remembers a program until it ended; ours ends it when we are stopped.
 * @param {import('node:child_process').ChildProcess} child
 */
function track(child) {
  running.add(child);
  child.once('exit', () => running.delete(child));
  if (listening) return;
  listening = true;
  for (const signal of signals) {
    process.on(signal, () => {
      if (running.size === 0) return;
      for (const each of running) each.kill('SIGTERM');
      const code = signal === 'SIGINT' ? 130 : 143;
      const end = () => {
        for (const each of running) each.kill('SIGKILL');
        process.exit(code);
      };
      // Whatever does not end when asked politely does not get to hold us up.
      setTimeout(end, GRACE_MS);
      setInterval(() => running.size === 0 && process.exit(code), 20);
    });
  }
}

const offline =
  /ENOTFOUND|ECONNREFUSED|EAI_AGAIN|ETIMEDOUT|ECONNRESET|ENETUNREACH|META_FETCH_FAIL|network request|error sending request|SELF_SIGNED_CERT|UNABLE_TO_(GET|VERIFY)|CERT_HAS_EXPIRED/i;
const full = /ENOSPC|no space left on device/i;

/**
 * Runs a program as one visible step: its name and seconds on the screen, its output in a log file.
 * @param {import('./messages.mjs').Text} name
 * @param {string} logName file name of the log without `.log`
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, shell?: boolean }} [options]
 * @throws Refusal with the path of the log, naming the usual causes (no network, full disk) where it shows them.
 */
export async function runStep(name, logName, command, args, options = {}) {
  const logFile = join(cache, 'logs', `${logName}.log`);
  const step = started(name);
  const code = await runToLog(logFile, command, args, options);
  if (code === 0) return finished(step);
  const output = readFileSync(logFile, 'utf8');
  finished(step, 'failed');
  if (full.test(output)) throw diskFull(logFile);
  if (offline.test(output)) throw noRegistry(logFile);
  throw stepFailed(name, logFile);
}

/**
 * @param {string} logFile
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, shell?: boolean }} options
 * @returns {Promise<number>} exit code; 127 when the program could not be started
 */
async function runToLog(logFile, command, args, options) {
  const log = createWriteStream(logFile);
  await once(log, 'open');
  const child = spawn(command, args, {
    cwd: options.cwd ?? root,
    env: options.env ?? process.env,
    shell: options.shell ?? false,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  track(child);
  child.stdout.pipe(log, { end: false });
  child.stderr.pipe(log, { end: false });
  const code = await new Promise((done) => {
    child.once('error', (error) => log.write(`${error}\n`, () => done(127)));
    child.once('close', (exit) => done(exit ?? 1));
  });
  await new Promise((done) => log.end(done));
  return code;
}

/**
 * Runs a program whose output belongs on the screen, such as a test runner.
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>} exit code; 127 when it could not be started
 */
export function runInFront(command, args, env) {
  const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] });
  track(child);
  return new Promise((done) => {
    child.once('error', () => done(127));
    child.once('exit', (code) => done(code ?? 1));
  });
}

/**
 * Runs a program until it is stopped and passes signals on, once each: a terminal and npm both deliver Ctrl-C.
 * The program gets a process group of its own, so that it hears of a signal through us alone.
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>} what we should exit with
 */
export function runForeground(command, args, env) {
  const child = spawn(command, args, { env, stdio: 'inherit', detached: process.platform !== 'win32' });
  let last = 0;
  /** @param {NodeJS.Signals} signal */
  const pass = (signal) => {
    if (Date.now() - last < 1000) return;
    last = Date.now();
    child.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal);
  };
  for (const signal of signals) process.on(signal, pass);
  return new Promise((done) => {
    child.once('error', () => done(127));
    child.once('exit', (code, signal) => done(code ?? (signal === 'SIGINT' ? 130 : 143)));
  });
}
