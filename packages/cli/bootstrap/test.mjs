#!/usr/bin/env node
import './check-node.mjs';

// Imported only now: the files behind it use syntax an old Node would refuse before the check could speak.
import('./lib/test-command.mjs').then((command) => command.test(process.argv.slice(2)));
