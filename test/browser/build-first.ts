import { ensureBuilt } from '#scripts/build.mjs';

/** What the browser tests open is the built app, made from the files as they are now. */
export default ensureBuilt;
