/** What changes a plan, in one file: loaded when somebody first edits, so that a page that is only read does without it. */
export { decomposeYear } from '../domain/decomposition.ts';
export { previewEdit, replay, tryEdit } from './editing.ts';
export { SaveConflict } from './save-conflict.ts';
