import { type Hooks, hooks } from './hooks.js'

/**
 * Hooks that write a line for each answer, repetition and error: `createClient({ hooks: logging(console.log) })`.
 *
 * @param write takes a line, in which secrets are redacted.
 */
export function logging(write: (line: string) => void): Hooks {
  return hooks({
    afterResponse({ method, url, attempt, response, duration }) {
      write(
        `${method} ${url} ${response.status} in ${Math.round(duration)} ms${attempt > 1 ? ` (attempt ${attempt})` : ''}`,
      )
    },
    onRetry({ error, delay }) {
      write(`${error.message}; once more in ${Math.round(delay)} ms`)
    },
    onError({ error }) {
      write(`${error.name}: ${error.message}`)
    },
  })
}
