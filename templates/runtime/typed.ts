/** A body, and which of an operation's media types it is of. */
export class Typed<MediaType extends string, Content> {
  readonly mediaType: MediaType
  readonly content: Content

  constructor(mediaType: MediaType, content: Content) {
    this.mediaType = mediaType
    this.content = content
  }
}

/** A body in another than the first of the media types that an operation takes: `as('application/xml', '<pet/>')`. */
export const sendAs = <const MediaType extends string, const Content>(
  mediaType: MediaType,
  content: Content,
): Typed<MediaType, Content> => new Typed(mediaType, content)
