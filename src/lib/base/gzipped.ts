import { pause } from './pause.ts';

/** What is packed at one go, in bytes: a few milliseconds of the thread's time. */
const PIECE = 1 << 17;

/** The bytes, gzipped, a piece at a time, so that a page in which it is done stays responsive. */
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
	const packed = piecesOf(bytes as Uint8Array<ArrayBuffer>).pipeThrough(stream);
	return new Uint8Array(await new Response(packed).arrayBuffer());
}

function piecesOf(bytes: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array<ArrayBuffer>> {
	let at = 0;
	return new ReadableStream({
		async pull(controller) {
			await pause();
			if (at < bytes.length) controller.enqueue(bytes.subarray(at, at + PIECE));
			else controller.close();
			at += PIECE;
		}
	});
}
