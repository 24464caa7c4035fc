import { redacted } from '../words/hide-secrets.ts';
import { say } from '../words/say.ts';

/** The variables that stand in printed lines for what no report shows: one for each place that holds a secret. */
export class Placeholders {
  /** What each place is called, and its variable. */
  readonly #variables = new Map<string, string>();

  /** Returns a sentence for each variable. */
  get notes(): readonly string[] {
    return [...this.#variables].map(([place, variable]) =>
      say(
        place.startsWith('the ')
          ? 'Put what is left out of {place} in place of ${variable}: no report shows it.'
          : 'Put the value of {place} in place of ${variable}: no report shows it.',
        { place, variable },
      ),
    );
  }

  /** Returns `text`, which stands at `place`, with a variable for what is redacted in it. */
  inText(text: string, place: string): string {
    return text.includes(redacted) ? text.replaceAll(redacted, `$${this.#variable(place)}`) : text;
  }

  /** Returns the same as one word of a shell, which puts the variable's value there. */
  inShell(text: string, place: string): string {
    if (!text.includes(redacted)) return shell(text);
    const variable = this.#variable(place);
    const pieces = text.split(redacted);
    return pieces.some((piece) => /["$`\\!]/.test(piece))
      ? pieces.map((piece) => (piece === '' ? '' : shell(piece))).join(`"$${variable}"`)
      : `"${pieces.reduce((before, after) => `${before}$${/^\w/.test(after) ? `{${variable}}` : variable}${after}`)}"`;
  }

  #variable(place: string): string {
    const key = place.toLowerCase();
    const known = this.#variables.get(key);
    if (known !== undefined) return known;
    const base = names[key] ?? 'SECRET';
    const taken = [...this.#variables.values()].filter((one) => one.startsWith(base)).length;
    const variable = taken === 0 ? base : `${base}_${taken + 1}`;
    this.#variables.set(key, variable);
    return variable;
  }
}

const names: Readonly<Record<string, string>> = { authorization: 'TOKEN', cookie: 'COOKIE' };

/** Writes `text` as one shell word, whatever is in it. */
export const shell = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;
