interface Rules {
	createHTML: (text: string) => string | null;
	createScriptURL: (address: string) => string | null;
}

interface TrustedTypes {
	createPolicy(name: 'default', rules: Rules): unknown;
}

/**
 * Says what the page takes for markup and for scripts, where the browser asks: no text but the empty one, with which
 * the charts are cleared, and no address but those of the site and of blobs. To be called once, before anything is shown.
 */
export function guardMarkupAndScripts(): void {
	const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
	trustedTypes?.createPolicy('default', {
		createHTML: (text) => (text === '' ? '' : null),
		createScriptURL: (address) =>
			new URL(address, location.href).origin === location.origin ? address : null
	});
}
