/** Where a list drops down: inside the dialog or the page it belongs to, so that it lies within a landmark. */
export function popupContainer(trigger: HTMLElement): HTMLElement {
  const dialog = trigger.closest<HTMLElement>('[role=dialog]')
  return dialog ?? document.getElementById('page') ?? document.body
}
