import type { Body, Operation, Resource } from '../model/types.js'
import type { AttributeTypes } from './dates.js'
import { actionFields, type FieldView, writeFields } from './fields.js'
import { comment } from './jsdoc.js'
import { inComment, withArticle } from './prose.js'

/** An interface of what is sent, as the template shows it. */
export interface InputView {
  readonly name: string
  readonly doc: readonly string[]
  readonly fields: readonly FieldView[]
}

type ObjectBody = Extract<Body, { kind: 'resource' | 'attributes' }>

/** Whether a body is a resource object, which has an interface in the SDK. */
export const isObject = (body: Body | null): body is ObjectBody =>
  body?.kind === 'resource' || body?.kind === 'attributes'

/** The interfaces of what is sent about a resource: to create it, to update it, and by each action. */
export function inputViews(resource: Resource, operations: readonly Operation[], types: AttributeTypes): InputView[] {
  const one = inComment(withArticle(resource.label.one))
  const views = operations.flatMap(({ body, call }): InputView[] => {
    if (!isObject(body)) return []
    const name = inputName(resource, body)
    return body.kind === 'attributes'
      ? [{ name, doc: comment(`What \`${call}\` takes.`), fields: actionFields(body.attributes, types) }]
      : [
          {
            name,
            doc: comment(`What ${one} is ${body.write}d with.`),
            fields: writeFields(resource, body.write, types),
          },
        ]
  })
  return views.filter(({ name }, index) => views.findIndex((view) => view.name === name) === index)
}

/** The name of the interface of what is sent: `RoleCreate`, `OrganizationTransferOwnership`. */
export function inputName(resource: Resource, body: ObjectBody): string {
  return body.kind === 'attributes' ? body.name : `${resource.name}${body.write === 'create' ? 'Create' : 'Update'}`
}
