import { createGateway } from '@milepost/gateway';
import { loadCompany, notesPlugin, qiming, testConfig } from '@milepost/gateway/fixtures';

// A gateway of its own process, to be killed. Prints its address when it serves.
const dataDir = process.argv[2];
if (!dataDir) throw new Error('Name the data folder.');

const gateway = await createGateway({
  config: testConfig(dataDir),
  plugins: [notesPlugin],
  seed: (newSink) => loadCompany(newSink(), qiming),
});
process.stdout.write(`${await gateway.listen()}\n`);
process.once('SIGTERM', () => void gateway.stop());
