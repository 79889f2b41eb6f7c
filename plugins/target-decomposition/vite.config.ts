import { milepostPlugin } from '@milepost/sdk/vite';

// The page and what it loads for the first edit share the engine; the widgets do without it. Counting working days is for pace:
// the widget of an account only names periods.
const counting = 'working-calendar|china|overlay|pattern|base-calendar|spring-festival|company-|week-shares';
export default milepostPlugin({ apart: new RegExp(`/packages/(allocation/|calendar/src/(${counting}))`) });
