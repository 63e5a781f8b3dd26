/** What only some APIs need. This file is not emitted: what an API needs of it is imported from where it stands. */
export { type BodyMaker, multipart, ofSeveral, raw, urlEncoded } from './bodies.js'
export { jsonPath, label, matrix, simple } from './path-styles.js'
export { BlobRequest } from './raw-request.js'
export { EventsRequest, JsonLinesRequest, type ServerSentEvent, type StreamRequest } from './streams.js'
export { styled, usually, wholeQuery } from './styled.js'
export {
  assigned,
  commas,
  form,
  inJson,
  jsonHeader,
  listed,
  pipes,
  reserved,
  spaces,
  unencoded,
} from './styles.js'
export { sendAs, type Typed } from './typed.js'
export { variables } from './variables.js'
