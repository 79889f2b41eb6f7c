// The one copy of Lit on a page. Plugins import it from here, so that a remote carries none of it.
export { LitElement, css, html, nothing, svg, unsafeCSS } from 'lit';
export { property, query, state } from 'lit/decorators.js';
export { classMap } from 'lit/directives/class-map.js';
export { guard } from 'lit/directives/guard.js';
export { styleMap } from 'lit/directives/style-map.js';
export { ifDefined } from 'lit/directives/if-defined.js';
export { live } from 'lit/directives/live.js';
export { repeat } from 'lit/directives/repeat.js';
export { ref, createRef } from 'lit/directives/ref.js';
export type { CSSResultGroup, PropertyValues, ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
export type { Ref } from 'lit/directives/ref.js';
