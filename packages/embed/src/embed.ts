/** `<script type="module" src="…/embed.js">`: makes `<milepost-widget>` known, once, and does nothing else. */
import { MilepostWidget } from './element/milepost-widget.ts';

if (!customElements.get('milepost-widget')) customElements.define('milepost-widget', MilepostWidget);
