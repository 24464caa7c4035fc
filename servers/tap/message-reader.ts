import type { HeaderList } from '../../src/model.ts';

/** The start line and the header lines of a message, as they were sent. */
export interface MessageHead {
  readonly startLine: string;
  readonly headers: HeaderList;
}

/** How the end of a body is found. https://www.rfc-editor.org/rfc/rfc9112#name-message-body-length */
export type BodyFraming = 'chunked' | 'until-close' | { readonly bytes: number };

export interface MessageEvents {
  /** A head is whole: returns how its body is framed. */
  head(head: MessageHead): BodyFraming;
  /** The message is whole. */
  end(): void;
}

type State =
  | { readonly kind: 'head' | 'chunk-size' | 'trailers' | 'until-close' | 'unreadable' }
  | { readonly kind: 'bytes' | 'chunk'; left: number };

const headLimitBytes = 1_048_576;

/**
 * Reads the HTTP/1.1 messages of one direction of a connection as they pass, without changing them. Takes
 * whatever comes: method names and header lines that a strict parser would refuse are read as they are, and
 * after something that is no HTTP/1.1 it reads nothing more.
 */
export class MessageReader {
  readonly #events: MessageEvents;
  #state: State = { kind: 'head' };
  #text = '';

  constructor(events: MessageEvents) {
    this.#events = events;
  }

  push(chunk: Buffer): void {
    // One character per byte, so that lengths are lengths in bytes.
    this.#text += chunk.toString('latin1');
    while (this.#step());
  }

  /** Reports whether something came that is no HTTP/1.1. */
  get isUnreadable(): boolean {
    return this.#state.kind === 'unreadable';
  }

  /** Notes that the sender has ended the connection. */
  close(): void {
    if (this.#state.kind !== 'until-close') return;
    this.#state = { kind: 'head' };
    this.#events.end();
  }

  /** Consumes what it can. Reports whether another step may consume more. */
  #step(): boolean {
    const state = this.#state;
    switch (state.kind) {
      case 'head':
        return this.#readHead();
      case 'bytes':
      case 'chunk':
        return this.#skip(state);
      case 'chunk-size':
        return this.#readChunkSize();
      case 'trailers': {
        const line = this.#line();
        if (line === '') this.#finish();
        return line !== null;
      }
      case 'until-close':
      case 'unreadable':
        this.#text = '';
        return false;
      default:
        return state satisfies never;
    }
  }

  #readHead(): boolean {
    this.#text = this.#text.replace(/^(?:\r?\n)+/, '');
    const blank = /\r?\n\r?\n/.exec(this.#text);
    if (blank === null) {
      if (this.#text.length > headLimitBytes) this.#state = { kind: 'unreadable' };
      return false;
    }
    const [startLine = '', ...lines] = this.#text.slice(0, blank.index).split(/\r?\n/);
    this.#text = this.#text.slice(blank.index + blank[0].length);
    if (!/HTTP\/1\.\d/.test(startLine)) {
      this.#state = { kind: 'unreadable' };
      return true;
    }
    const framing = this.#events.head({ startLine, headers: headerLines(lines) });
    if (framing === 'chunked') this.#state = { kind: 'chunk-size' };
    else if (framing === 'until-close') this.#state = { kind: 'until-close' };
    else if (framing.bytes > 0) this.#state = { kind: 'bytes', left: framing.bytes };
    else this.#finish();
    return true;
  }

  #skip(state: { readonly kind: 'bytes' | 'chunk'; left: number }): boolean {
    const taken = Math.min(state.left, this.#text.length);
    state.left -= taken;
    this.#text = this.#text.slice(taken);
    if (state.left > 0) return false;
    if (state.kind === 'bytes') this.#finish();
    else this.#state = { kind: 'chunk-size' };
    return true;
  }

  #readChunkSize(): boolean {
    const line = this.#line();
    // The line end after the data of the chunk before.
    if (line === null || line === '') return line !== null;
    const size = /^[0-9a-f]+/i.exec(line)?.[0];
    if (size === undefined) this.#state = { kind: 'unreadable' };
    else {
      const left = Number.parseInt(size, 16);
      this.#state = left === 0 ? { kind: 'trailers' } : { kind: 'chunk', left };
    }
    return true;
  }

  #line(): string | null {
    const end = this.#text.indexOf('\n');
    if (end < 0) return null;
    const line = this.#text.slice(0, end).replace(/\r$/, '');
    this.#text = this.#text.slice(end + 1);
    return line;
  }

  #finish(): void {
    this.#state = { kind: 'head' };
    this.#events.end();
  }
}

function headerLines(lines: readonly string[]): HeaderList {
  const headers: [string, string][] = [];
  for (const line of lines) {
    const last = headers.at(-1);
    if (last !== undefined && /^[ \t]/.test(line)) {
      last[1] = `${last[1]} ${withoutSpace(line)}`;
      continue;
    }
    const colon = line.indexOf(':');
    if (colon > 0) headers.push([line.slice(0, colon), withoutSpace(line.slice(colon + 1))]);
  }
  return headers;
}

/** Returns `text` without the spaces and tabs at its ends: what else looks like space is part of a value. */
const withoutSpace = (text: string): string => text.replace(/^[ \t]+|[ \t]+$/g, '');
