import adapter from '@sveltejs/adapter-static';
import { DIRECTIVES } from './scripts/site-policy.mjs';

/** @type {import('@sveltejs/kit').Config} */
export default {
	compilerOptions: { runes: true },
	kit: {
		adapter: adapter({ fallback: '200.html' }),
		/** By what the app is built from: the same sources make the same site. */
		version: { name: process.env.SITE_VERSION ?? 'development' },
		csp: { mode: 'hash', directives: DIRECTIVES },
		/** The app registers it itself, once it stands: the first visit does not wait for it. */
		serviceWorker: { register: false }
	}
};
