#!/usr/bin/env node
import './check-node.mjs';

// Imported only now: the files behind it use syntax an old Node would refuse before the check could speak.
import('./lib/build-command.mjs').then((command) => command.build(process.argv.slice(2)));
