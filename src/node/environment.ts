/** A setting is missing or wrong. The message says which one and what to write; mains print it and end with status 1. */
export class SettingError extends Error {
  override readonly name = 'SettingError';
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** The variable's text, or the default; without a default an absent variable is a {@link SettingError}. */
export const textSetting = (env: Environment, name: string, fallback?: string): string => {
  const value = env[name] ?? '';
  if (value !== '') return value;
  if (fallback === undefined) throw new SettingError(`${name} is not set. Set it in the environment.`);
  return fallback;
};

/** A whole number between two bounds. */
export const integerSetting = (
  env: Environment,
  name: string,
  { fallback, min, max }: { readonly fallback: number; readonly min: number; readonly max: number },
): number => {
  const text = textSetting(env, name, String(fallback));
  const value = Number(text);
  if (!Number.isInteger(value) || value < min || value > max)
    throw new SettingError(`${name}=${text} is not a whole number from ${min} to ${max}.`);
  return value;
};
