import { milepostPlugin } from '@milepost/sdk/vite';

export default milepostPlugin();
