import { corsTarget } from '../fixtures/target.ts';

corsTarget();
