/** Returns `markdown` with each placeholder of a diagnosis' sentences, `{url}`, as a word in italics. */
export const inItalics = (markdown: string): string => markdown.replace(/\{(\w+)\}/g, '_$1_');
