/** Runs the program in an edge worker, for whoever asks it, at the URL that its query names. */
import { run } from './program.js'

export default {
  fetch: async (request: Request): Promise<Response> =>
    Response.json(await run(new URL(request.url).searchParams.get('service') ?? '')),
}
