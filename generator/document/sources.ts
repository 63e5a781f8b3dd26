/** The files of one run, each read once. */
import { sameOrigin, shownName } from './address.js'
import { read } from './read.js'
import { type Failure, hasFailed, type Source } from './source.js'
import type { HeadersFor } from './text.js'

export class Sources {
  readonly #loading = new Map<string, Promise<Source | Failure>>()
  readonly #loaded = new Map<string, Source | Failure>()

  /**
   * `source`: what the user named; `cwd`: what names of files are shown relative to; `headers`: for what stands at the
   * same origin (https://www.rfc-editor.org/rfc/rfc6454) as `address`, the document's.
   */
  constructor(
    private readonly source: string,
    private readonly cwd: string,
    private readonly address: string,
    private readonly headers: Readonly<Record<string, string>> = {},
  ) {}

  /** What was read from `address`, if that is done already. */
  get(address: string): Source | Failure | undefined {
    return this.#loaded.get(address)
  }

  /** What was read so far: by address, the SHA-256 of the bytes. */
  digests(): ReadonlyMap<string, string> {
    return new Map([...this.#loaded].flatMap(([at, loaded]) => (hasFailed(loaded) ? [] : [[at, loaded.digest]])))
  }

  /** Begins to read `address`, or goes on waiting for it. */
  load(address: string): Promise<Source | Failure> {
    let loading = this.#loading.get(address)
    if (!loading) {
      loading = read(address, shownName(address, this.source, this.cwd), this.#headersFor).then((loaded) => {
        this.#loaded.set(address, loaded)
        return loaded
      })
      this.#loading.set(address, loading)
    }
    return loading
  }

  /** From now on `address` holds `source`. */
  put(address: string, source: Source): void {
    this.#loaded.set(address, source)
    this.#loading.set(address, Promise.resolve(source))
  }

  readonly #headersFor: HeadersFor = (address) => (sameOrigin(address, this.address) ? this.headers : {})
}
