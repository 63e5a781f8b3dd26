/** The files of one run, each read once. */
import { shownName } from './address.js'
import { read } from './read.js'
import type { Failure, Source } from './source.js'

export class Sources {
  readonly #loading = new Map<string, Promise<Source | Failure>>()
  readonly #loaded = new Map<string, Source | Failure>()

  /** `source`: what the user named; `cwd`: what names of files are shown relative to. */
  constructor(
    private readonly source: string,
    private readonly cwd: string,
  ) {}

  /** What was read from `address`, if that is done already. */
  get(address: string): Source | Failure | undefined {
    return this.#loaded.get(address)
  }

  /** Begins to read `address`, or goes on waiting for it. */
  load(address: string): Promise<Source | Failure> {
    let loading = this.#loading.get(address)
    if (!loading) {
      loading = read(address, shownName(address, this.source, this.cwd)).then((loaded) => {
        this.#loaded.set(address, loaded)
        return loaded
      })
      this.#loading.set(address, loading)
    }
    return loading
  }
}
