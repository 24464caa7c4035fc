import fc, { type Arbitrary } from 'fast-check';

export const oneOf = <const Value>(...values: readonly Value[]): Arbitrary<Value> =>
  fc.constantFrom(...values);

/** Makes values of `common` four times out of five, so that a case is rarely wrong in all of its parts. */
export const mostly = <Value>(common: Arbitrary<Value>, odd: Arbitrary<Value>): Arbitrary<Value> =>
  fc.oneof({ weight: 4, arbitrary: common }, { weight: 1, arbitrary: odd });
