/** Words of the Outbox: why a letter has not gone, and what is refused about it. */
export const outboxWords = {
  'outbox.reason.E_NO_ACCOUNT': 'It waits for a mail account. Set one up in Settings.',
  'outbox.reason.E_PASSWORD_NEEDED': 'It waits for the password of {from}.',
  'outbox.reason.E_CLOCK_SET':
    'Kept’s clock was set by hand, so letters go to a mail server on this computer only.',
  'outbox.reason.E_SMTP_AUTH':
    '{host} refused the password. {waiting, plural, one {One letter waits.} other {# letters wait.}} Give the right one in Settings.',
  'outbox.reason.E_TLS_NEEDED': '{host} is not this computer, so the connection must be encrypted first.',
  'outbox.reason.E_TLS_CERT':
    '{why, select, otherName {{host} shows a certificate for {shownFor}.} expired {The certificate of {host} has run out.} selfSigned {Nobody vouches for the certificate of {host}.} other {The certificate of {host} cannot be checked.}} The password was not sent. We’ll try again at {at}.',
  'outbox.reason.E_TLS_MISSING':
    '{host} did not encrypt the connection, so nothing was sent. We’ll try again at {at}.',
  'outbox.reason.E_SMTP_BUSY':
    '{host} could not take it: “{answer}”. The letter is safe here, and we’ll try again at {at}.',
  'outbox.reason.E_SMTP_UNREACHABLE':
    'We couldn’t reach {host}. The letter is safe here, and we’ll try again at {at}.',
  'outbox.reason.E_SMTP_REJECTED':
    '{which, select, recipient {{host} refused “{recipient}”} other {{host} refused the letter}}: {answer}. It was sent to nobody.',
  'outbox.reason.E_SMTP_PARTLY': 'Sent, but {host} refused {recipient}.',
  'outbox.reason.E_MAIL_UNKNOWN':
    'The connection broke after “{subject}” was handed to {host}. It may have been delivered. Look in your Sent folder, then say here what became of it.',
  'outbox.reason.E_LETTER_RESTORED':
    'It waited to be sent when this copy was made, and may have left since. Look in your Sent folder, then say here what became of it.',
  'outbox.reason.E_MAIL_GIVEN_UP':
    'We tried for two days and could not reach {host}. The letter was sent to nobody.',
  'outbox.reason.E_HANDED_OVER':
    '{way, select, eml {It was saved as a file.} clipboard {It was copied.} other {It went to your mail program.}} Say here once you have sent it.',

  'refusal.E_LETTER_GONE': 'This letter is not there any more. Nothing was changed.',
  'refusal.E_LETTER_ON_ITS_WAY':
    'This letter is on its way to the mail server and cannot be stopped. The Outbox will say what became of it.',
  'refusal.E_LETTER_MOVED_ON':
    'This letter has moved on since: {state, select, draft {it is a draft again} queued {it waits in the Outbox} sent {it was sent} failed {it could not be sent} unknown {it may have been sent} discarded {it was put aside} other {it was handed over}}. Nothing was changed.',
  'refusal.E_LETTER_SENT': 'The mail server has taken this letter, so it was sent. Nothing was changed.',
  'refusal.E_MESSAGE_GONE': 'This message is not there any more. Nothing was changed.',
  'refusal.E_RECIPIENT_MISSING': 'The letter goes to nobody yet. Add an address.',
  'refusal.E_ADDRESS_INVALID': '“{address}” is no address mail can go to. Please check it.',
  'refusal.E_USER_NAMELESS': 'Letters are signed with your name. Please say it in Settings first.',
  'refusal.E_TEMPLATE_GONE': 'This template is not there any more. Nothing was changed.',
} as const
