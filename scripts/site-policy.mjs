/**
 * WHAT THE PAGE MAY DO, by directive of its Content-Security-Policy: everything from its own
 * origin, nothing from elsewhere. No script stands in the page, so that no hash is needed and the
 * same policy holds wherever the site is put.
 *
 * @type {NonNullable<NonNullable<NonNullable<import('@sveltejs/kit').Config['kit']>['csp']>['directives']>}
 */
export const DIRECTIVES = {
	'default-src': ['none'],
	/** DuckDB is WebAssembly; text is never run as code. */
	'script-src': ['self', 'wasm-unsafe-eval'],
	/** A worker begun from a blob obeys the policy of the page, whatever headers the server sends. */
	'worker-src': ['self', 'blob:'],
	'connect-src': ['self'],
	'img-src': ['self', 'data:', 'blob:'],
	'style-src': ['self'],
	/** The editor of the workbench writes its own style sheet, under this name. */
	'style-src-elem': ['self', 'nonce-editor'],
	/** The charts set the style of their elements by attribute. */
	'style-src-attr': ['unsafe-inline'],
	'font-src': ['self'],
	'manifest-src': ['self'],
	'base-uri': ['none'],
	'form-action': ['none']
};

/** Markup and scripts are made by two named policies alone: the app's, and that of the frame-work for its own templates. */
export const TRUSTED_TYPES =
	"require-trusted-types-for 'script'; trusted-types default svelte-trusted-html";

/** What a page could ask of the device, and this one never does. */
const UNUSED_POWERS = [
	...['accelerometer', 'autoplay', 'camera', 'display-capture', 'encrypted-media', 'geolocation'],
	...['gyroscope', 'hid', 'magnetometer', 'microphone', 'midi', 'payment', 'serial', 'usb'],
	...['picture-in-picture', 'publickey-credentials-get', 'screen-wake-lock', 'xr-spatial-tracking']
];

/** Where files named by their content lie: those may be kept for ever. */
export const KEPT_FOR_EVER = '_app/immutable/';

const POLICY = /<meta http-equiv="content-security-policy" content="([^"]+)"/i;

/**
 * The headers that every response of the site should carry. The policy is the page's own, for a
 * worker obeys the headers of its script, not those of the page; framing can be forbidden by a
 * header alone.
 *
 * @param {string} page the built page
 * @returns {Record<string, string>}
 */
export function safetyHeaders(page) {
	const policy = POLICY.exec(page)?.[1];
	if (policy === undefined) throw new Error('The page carries no Content-Security-Policy.');
	return {
		'Content-Security-Policy': `${policy}; frame-ancestors 'none'`,
		'X-Content-Type-Options': 'nosniff',
		'Referrer-Policy': 'no-referrer',
		'Cross-Origin-Opener-Policy': 'same-origin',
		'Cross-Origin-Resource-Policy': 'same-origin',
		'Permissions-Policy': UNUSED_POWERS.map((power) => `${power}=()`).join(', '),
		'X-DNS-Prefetch-Control': 'off'
	};
}
