/** What a packet of the remote protocol is at the least. */
export interface Packet {
  readonly from: string;
  readonly type?: string;
  readonly [key: string]: unknown;
}

const lengthLimitBytes = 64 * 1024 * 1024;

/**
 * Takes the stream apart into packets: `length:JSON`, the length in bytes. Throws if it is anything else, for
 * what follows could not be read either.
 *
 * https://firefox-source-docs.mozilla.org/devtools/backend/protocol.html#stream-transport
 */
export class PacketReader {
  #received: Buffer = Buffer.alloc(0);

  push(chunk: Buffer): Packet[] {
    this.#received = Buffer.concat([this.#received, chunk]);
    const packets: Packet[] = [];
    for (;;) {
      const colon = this.#received.subarray(0, 12).indexOf(':');
      const header = this.#received.subarray(0, Math.min(colon < 0 ? 12 : colon, 12)).toString('latin1');
      if (
        !/^\d*$/.test(header) ||
        (colon < 0 && this.#received.length >= 12) ||
        Number(header) > lengthLimitBytes
      ) {
        throw new Error(`The debugger server sent "${header}" where the length of a packet is due.`);
      }
      const end = colon + 1 + Number(header);
      if (colon < 0 || this.#received.length < end) return packets;
      const packet: unknown = JSON.parse(this.#received.subarray(colon + 1, end).toString('utf8'));
      this.#received = this.#received.subarray(end);
      if (isPacket(packet)) packets.push(packet);
    }
  }
}

export function writePacket(packet: object): string {
  const json = JSON.stringify(packet);
  return `${Buffer.byteLength(json)}:${json}`;
}

function isPacket(value: unknown): value is Packet {
  return typeof value === 'object' && value !== null && 'from' in value && typeof value.from === 'string';
}
