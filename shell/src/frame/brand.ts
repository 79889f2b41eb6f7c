import { html } from 'lit';

/** A milestone with its mark: the sign of the product. */
export const brandMark = html`<svg
  viewBox="0 0 24 24"
  aria-hidden="true"
  focusable="false"
  fill="none"
  stroke="currentColor"
  stroke-width="2"
  stroke-linejoin="round"
  stroke-linecap="round"
>
  <path d="M6 21V9a6 6 0 0 1 12 0v12z"></path>
  <path d="M3 21h18M10 13v-3l2-1.5L14 10v3"></path>
</svg>`;
