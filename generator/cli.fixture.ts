import { main } from './cli.js'

export interface Outcome {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs a command as if it had been started in a folder. */
export async function runIn(folder: string, ...argv: string[]): Promise<Outcome> {
  let [stdout, stderr] = ['', '']
  const code = await main(argv, {
    cwd: folder,
    stdout: (text) => {
      stdout += text
    },
    stderr: (text) => {
      stderr += text
    },
  })
  return { code, stdout, stderr }
}
