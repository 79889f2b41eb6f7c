import { milepostPlugin } from '@milepost/sdk/vite';

// The page and what it loads for the first edit share the engine; the widgets do without it.
export default milepostPlugin({ apart: /\/packages\/allocation\// });
