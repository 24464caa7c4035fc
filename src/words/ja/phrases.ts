import { commandOutputInJapanese } from './command-output.ts';
import { commandsInJapanese } from './commands.ts';
import { browsersInJapanese } from './browsers.ts';
import { enginesInJapanese } from './engines.ts';
import { firstPolicyInJapanese } from './first-policy.ts';
import { fixesInJapanese } from './fixes.ts';
import { judgeInJapanese } from './judge.ts';
import { pagesInJapanese } from './pages.ts';
import { policyInJapanese } from './policy.ts';
import { proofsInJapanese } from './proofs.ts';
import { reportsInJapanese } from './reports.ts';
import { responderInJapanese } from './responder.ts';
import { runsInJapanese } from './runs.ts';
import { sessionsInJapanese } from './sessions.ts';
import { terminalInJapanese } from './terminal.ts';

/** What `report.json` holds, in English whatever language is spoken, for every other format to say. */
export const kept = {
  ...judgeInJapanese,
  ...sessionsInJapanese,
  ...responderInJapanese,
  ...proofsInJapanese,
  ...fixesInJapanese,
  ...enginesInJapanese,
} as const;

/**
 * Every phrase with its Japanese. The words are those of `src/diagnoses/ja/sentences.ts`, and these:
 *
 *   verdict, check                    判定、チェック
 *   violation, hazard, finding        違反、潜在的な問題、指摘
 *   conforms, inconclusive            適合、判定不能
 *   inapplicable, not judged          判定対象外
 *   too open, too closed              許可しすぎ、拒否しすぎ
 *   held                              保留
 *   accepted (finding)                許容済み
 *   off (level)                       無効
 *   follows                           導出
 *   gate, passed, failed              ゲート、合格、不合格
 *   exchange, on the wire             やりとり、通信内容
 */
export const phrases = {
  ...reportsInJapanese,
  ...pagesInJapanese,
  ...terminalInJapanese,
  ...runsInJapanese,
  ...commandsInJapanese,
  ...commandOutputInJapanese,
  ...policyInJapanese,
  ...browsersInJapanese,
  ...firstPolicyInJapanese,
  ...kept,
} as const;
