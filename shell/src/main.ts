/** The portal starts: session, then portal file and snapshot, then the frame and the pages. */
import { boot } from './boot/boot.ts';

void boot();
