import '../fixtures/target.ts';
