import type { State, Verb } from '@gangmu/core'
import { commitmentStates, n, sides, size, verbs } from './en-terms.js'
import { enReorganisation } from './en-reorganisation.js'
import type { Facts } from './words.js'

/** What each refusal says, and how to mend it. */
export const enRefusals: Readonly<Record<string, (facts: Facts) => string>> = {
  'access.denied': () => 'Your post may not do this. An office of that unit, or of one above it, can.',
  'access.signed-out': () => 'Your session has ended. Sign in again.',
  'commitment.unknown': () => 'There is no such commitment, or your post does not see it.',
  'commitment.not-in-this-state': (f) =>
    `It is “${commitmentStates[f['state'] as State] ?? n(f['state'])}” now, so “${verbs[f['verb'] as Verb] ?? n(f['verb'])}” is not possible yet.`,
  'commitment.not-your-side': (f) =>
    `Only an office of the ${sides[f['side'] as 'issuer'] ?? n(f['side'])} can do “${verbs[f['verb'] as Verb] ?? n(f['verb'])}”.`,
  'commitment.children-living': (f) =>
    `${n(f['living'])} handed down from it have not come to an end; close or withdraw them first.`,
  'commitment.own-report': () => 'You reported this yourself: a colleague of your unit must check it.',
  'commitment.changed': () =>
    'Somebody changed it first. Look at the change, then submit again; what you typed is still here.',
  'commitment.not-below': (f) =>
    `${n(f['ownerName'] ?? f['owner'])} is not below your unit. Choose another owner.`,
  'commitment.unknown-evidence': () => 'A file of evidence was not uploaded. Remove it and add it again.',
  'evidence.empty': () => 'This file is empty. Choose another.',
  'evidence.too-large': (f) =>
    `The file is too large${f['limit'] === undefined ? '' : ` (at most ${size(Number(f['limit']))})`}. Compress or split it.`,
  'evidence.unknown': () => 'There is no such evidence.',
  'unit.unknown': () => 'There is no such unit, or it did not exist on that day.',
  'theme.unknown': () => 'There is no such theme. Choose another.',
  'document.empty': () => 'The file is empty. Check it and export it again.',
  'document.too-large': (f) =>
    `The file${f['size'] === undefined ? '' : ` (${size(Number(f['size']))})`} is larger than allowed${f['limit'] === undefined ? '' : ` (${size(Number(f['limit']))})`}. Split it, or ask an administrator to raise the limit.`,
  'document.unsupported': () => 'This kind of file is not known. Save it as .txt, .html, .docx or .pdf.',
  'document.not-docx': () => 'This is not a Word document, only named like one. Save it as .docx from Word.',
  'document.encrypted': () => 'The file has a password. Remove it first.',
  'document.pictures-only': () =>
    'This PDF holds pictures and no text. Run text recognition (OCR) on it first.',
  'document.unknown-charset': () => 'The character encoding is not known. Save it as UTF-8 text.',
  'document.broken': () => 'The file is damaged and cannot be opened. Download or export it again.',
  'document.archive-bomb': () =>
    'Unpacked, the file would exceed the limits. Open it in Word, remove what is embedded and save it anew.',
  'document.timeout': () => 'Reading it took too long and was ended. Split it, or save it as plain text.',
  'document.memory': () =>
    'Reading it took too much memory and was ended. Split it, or save it as plain text.',
  'document.unknown': () => 'There is no such document, or your post does not see it.',
  'document.not-read': () =>
    'The document has not been read yet, so it cannot be compared. Wait for its reading; one that could not be read cannot be compared.',
  'document.same-text': () =>
    'Both documents have the same words, so nothing can have changed. Choose another one.',
  'document.too-much-to-compare': () =>
    'The two documents are too long to be compared in the time allowed. Choose another one, or split them.',
  'document.unknown-repair': () => 'There is no such repair; the page may be out of date. Reload it.',
  'document.decided': () =>
    'Findings have been decided, so repairs can no longer change. Reopen those findings first.',
  'finding.unknown': () => 'There is no such finding; the document may have been read anew. Reload the page.',
  'finding.other-kind': () => 'An edit keeps the kind; reject this finding and confirm another.',
  'finding.changed': ({ by }) => `${by ?? 'Somebody'} decided on this finding meanwhile. Look at it again.`,
  'session.other-person': () => 'Somebody else is signed in here now. Sign in as yourself to send it.',
  'finding.decided': () => 'This finding has been decided. Reopen it first.',
  'finding.has-duties': () =>
    'The commitment made from it has been assigned. Withdraw that commitment first.',
  'anchor.not-in-text': () => 'The quote does not match the text; the page may be out of date. Reload it.',
  'file.too-many': () => 'Only one file at a time.',
  'commitment.no-target': () =>
    'What is handed down has no figure to share. Leave the value out, or have the issuer adjust the target first.',
  'commitment.same-owner': () => 'This unit owes it already. Choose another one.',
  'commitment.twice': () => 'The same commitment stands twice in the list. Take one away.',
  'document.changed': () => 'Somebody else is changing this document. Load it again and retry.',
  'document.unreadable': () =>
    'Something failed while this document was read, and it was left out. Give the file to an administrator.',
  'document.which-unit': () => 'You hold posts in several units. Choose the one it is received for.',
  'finding.no-body': () => 'The edit did not arrive. Edit the finding again and save it.',
  'request.reused': () => 'This request’s number was used before. Load the page again and retry.',
  'request.invalid': (f) =>
    `Something is not filled in as needed (${n(f['path'])}). Mend it and submit again.`,
  'request.foreign-origin': () =>
    'This page was not opened from this installation. Open its own address and try again.',
  'request.too-many': () => 'Too many requests. Wait a minute and try again; what you typed is kept.',
  'session.none': () => 'Your session has ended. Sign in again.',
  'place.not-loaded': () => 'No place is loaded yet. An administrator starts the system with a pack first.',
  'route.unknown': () => 'The screen and the server are of different versions. Reload the page.',
  'server.busy': () => 'The server is busy. Try again in a moment; what you typed is kept.',
  'server.fault': (f) =>
    `The program failed; it is not your doing. Tell an administrator this number: ${n(f['correlation'])}.`,
  ...enReorganisation,
}
