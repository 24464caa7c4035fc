export const fixStyle = `
.fix { margin-top: .85rem; padding: 1rem 1.25rem; background: var(--surface); border: 1px solid var(--line); border-radius: 12px; box-shadow: var(--shadow); display: grid; grid-template-columns: minmax(0, 1fr); gap: .6rem; font-size: .9375rem; overflow-wrap: anywhere; }
.fix:target { outline: 2px solid var(--link); outline-offset: 3px; }
.fix h3 { margin: 0; font-size: 1rem; font-weight: 650; }
.fix-file > summary { cursor: pointer; color: var(--link); }
.fix-file > .code { margin-top: .5rem; }
.notes { margin: .5rem 0 0 1.1rem; list-style: disc; font-size: .875rem; }
.fix-link { font-size: .875rem; }
.proof { font-size: .875rem; overflow-wrap: anywhere; color: var(--warn); }
.proof-proved { color: var(--good); }
.proof-not-tried { color: var(--muted); }
`;
