/** The bytes, gzipped. */
export function gzip(bytes: Uint8Array): Promise<Uint8Array> {
	return through(new CompressionStream('gzip'), bytes);
}

/** What was gzipped; bytes that are not come as they are, since some servers unpack by themselves. */
export async function gunzip(bytes: Uint8Array): Promise<Uint8Array> {
	const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
	return isPacked ? through(new DecompressionStream('gzip'), bytes) : bytes;
}

async function through(
	stream: CompressionStream | DecompressionStream,
	bytes: Uint8Array
): Promise<Uint8Array> {
	const packed = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream().pipeThrough(stream);
	return new Uint8Array(await new Response(packed).arrayBuffer());
}
