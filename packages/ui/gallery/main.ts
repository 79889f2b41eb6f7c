import { ensureElements, uiElements } from '../src/index.ts';
import { MpGallery } from './gallery.ts';

await ensureElements(Object.keys(uiElements));
customElements.define('mp-gallery', MpGallery);
document.body.append(document.createElement('mp-gallery'));
