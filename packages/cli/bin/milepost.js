#!/usr/bin/env node
// Runs the `milepost` command. It is TypeScript, which Node runs by itself from 22.18 on; under an older one a Node kept beside
// the project takes over, which is installed the first time it is needed.
import '../bootstrap/check-node.mjs';

import('../bootstrap/lib/launch.mjs').then(({ launch }) => launch(process.argv.slice(2)));
