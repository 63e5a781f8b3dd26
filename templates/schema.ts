/** The wire types of the small API in `api.ts`, as openapi-typescript would write them. */
export interface paths {
  '/articles': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: { query?: { q?: string }; header?: never; path?: never; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, unknown>; content: { 'application/vnd.api+json': { data: unknown[] } } }
      }
    }
    post: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never }
      requestBody: { content: { 'application/vnd.api+json': { data: { type: 'articles' } } } }
      responses: {
        201: { headers: Record<string, unknown>; content: { 'application/vnd.api+json': { data: { id: string } } } }
      }
    }
    put?: never
    delete?: never
  }
  '/articles/{id}': {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: Record<string, unknown>; content: { 'application/vnd.api+json': { data: unknown } } }
      }
    }
    put?: never
    delete: {
      parameters: { query?: never; header?: never; path: { id: string }; cookie?: never }
      requestBody?: never
      responses: { 204: { headers: Record<string, unknown>; content?: never } }
    }
  }
}
