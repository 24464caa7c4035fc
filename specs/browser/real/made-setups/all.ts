import { ofExpress } from './express.ts';
import { ofErrorPaths } from './errors.ts';
import { ofGateways } from './gateways.ts';
import { ofOthers } from './in-place.ts';
import type { MadeSetups } from './made-setup.ts';

/** Every setup that is made in code. */
export const all: MadeSetups = { ...ofExpress, ...ofOthers, ...ofErrorPaths, ...ofGateways };
