/** The few members of a DOM node that reading text needs: this package is compiled without the DOM's types. */
export interface DomNode {
  readonly nodeType: number
  readonly nodeName: string
  readonly nodeValue: string | null
  readonly firstChild: DomNode | null
  readonly nextSibling: DomNode | null
}

export const TEXT_NODE = 3
export const ELEMENT_NODE = 1
