// What the benchmarks call of packages without types, or whose types do not resolve in ES modules.

declare module 'jsonapi-datastore' {
  export class JsonApiDataStore {
    sync(payload: object): unknown
  }
}

declare module 'kitsu-core' {
  export function deserialise(response: object): unknown
}
