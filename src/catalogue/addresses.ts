import type { CaseServer } from './case.ts';

/** The base address of a case on each server, without a trailing slash: `http://127.0.0.1:41234/3`. */
export type CaseAddresses = Readonly<Record<CaseServer, string>>;

/** Replaces the name of each server in braces by the case's address there, with a user name as in `{user:secret@api}`. */
export function fillAddresses(text: string, addresses: CaseAddresses): string {
  return text.replace(/\{(\w+:\w+@)?(\w+)\}/g, (placeholder, userinfo: string | undefined, name: string) =>
    isServer(name, addresses) ? addresses[name].replace('://', `://${userinfo ?? ''}`) : placeholder,
  );
}

const isServer = (name: string, addresses: CaseAddresses): name is CaseServer =>
  Object.hasOwn(addresses, name);
