const POLYNOMIAL = 0xedb88320;
const REMAINDERS = Uint32Array.from({ length: 256 }, (_, byte) => {
	let remainder = byte;
	for (let bit = 0; bit < 8; bit++) {
		remainder = remainder & 1 ? (remainder >>> 1) ^ POLYNOMIAL : remainder >>> 1;
	}
	return remainder;
});

/** The CRC-32 of the bytes as zip archives keep it, from 0 to 2³² − 1. */
export function checksum(bytes: Uint8Array): number {
	let remainder = 0xffffffff;
	for (const byte of bytes) {
		remainder = (remainder >>> 8) ^ (REMAINDERS[(remainder ^ byte) & 255] ?? 0);
	}
	return (remainder ^ 0xffffffff) >>> 0;
}
