/** What a header may be. https://www.rfc-editor.org/rfc/rfc9110#section-5 */
export const HEADER_NAME = /^[\w!#$%&'*+.^`|~-]+$/

/** Whether `fetch` sends it: characters of one byte, no control characters. */
export const isHeaderValue = (value: string): boolean => /^[\t\x20-\x7e\x80-\xff]*$/.test(value)
