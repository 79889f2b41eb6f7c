/** Helpers for `*.browser.test.ts`: they need a page, so they live apart from the rest of the package. */
export { expect } from 'chai';
export { expectAccessible } from './expect-accessible.ts';
export { fixture, nextEvent, settled } from './fixture.ts';
