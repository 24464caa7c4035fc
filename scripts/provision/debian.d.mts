export function aptInstall(packages: readonly string[], log: (line: string) => void): Promise<void>;
export function onPath(command: string): boolean;
