/**
 * A worker that runs the script at the address, an absolute one or one from the page's folder. It begins from a blob and so is bound
 * by the Content-Security-Policy of the page; one begun from an address obeys the headers of that answer alone, which
 * not every server sends.
 */
export function beginWorker(address: string, type: WorkerType): Worker {
	const script = JSON.stringify(new URL(address, location.href).href);
	const source =
		type === 'module'
			? `import ${script};`
			: `${OWN_SCRIPTS}${ANY_SERVER}importScripts(${script});`;
	const blob = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
	const worker = new Worker(blob, { type });
	// Until the worker has read its first line the address must hold.
	setTimeout(() => URL.revokeObjectURL(blob), LONGEST_START);
	return worker;
}

const LONGEST_START = 60_000;

/** In a worker too an address becomes a script only by a policy, here for those of the site. */
const OWN_SCRIPTS = `self.trustedTypes?.createPolicy('default', {
	createScriptURL: (address) => (address.startsWith(location.origin + '/') ? address : null)
});`;

/** WebAssembly is compiled while it comes only where the server names it so, which a plain one does not. */
const ANY_SERVER = `
const compile = WebAssembly.instantiateStreaming;
WebAssembly.instantiateStreaming = async (source, imports) => {
	const { body, ok } = await source;
	if (!ok) throw new TypeError('no WebAssembly at the address');
	return compile(new Response(body, { headers: { 'content-type': 'application/wasm' } }), imports);
};`;
