/** What the commands and the reporter end with: one number for each thing that somebody else has to do next. */
export const exitCodes = {
  passed: 0,
  /** The API violates its policy, or another test failed. */
  findings: 1,
  /** The policy, the baseline or an argument is wrong. Nothing was judged. */
  policy: 2,
  /** The target answered nobody. */
  unreached: 3,
  /** A browser is missing, or a check came to no verdict. */
  witness: 4,
  /** As shells have it for SIGINT. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
