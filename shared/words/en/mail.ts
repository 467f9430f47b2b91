/** Words of the mail account and of what its server refuses. */
export const mailWords = {
  'refusal.E_NO_ACCOUNT':
    'No mail account is set up yet. Set one up in Settings, or use your mail program, a file or the clipboard.',
  'refusal.E_PASSWORD_NEEDED':
    'The password of {user} at {host} is needed. Kept holds it until it is closed.',
  'refusal.E_TLS_NEEDED':
    '{host} is not this computer, so the connection must be encrypted. Choose TLS or STARTTLS. Nothing was sent.',
  'refusal.E_TLS_CERT':
    '{why, select, otherName {{host} shows a certificate for {shownFor}.} expired {The certificate of {host} has run out.} selfSigned {Nobody vouches for the certificate of {host}.} other {The certificate of {host} cannot be checked.}} The password was not sent. Please check the name of the server.',
  'refusal.E_TLS_MISSING':
    '{host} does not encrypt the connection as asked. The password was not sent. Try another port, or TLS instead of STARTTLS.',
  'refusal.E_SMTP_AUTH':
    '{host} refused the user name or password. Nothing was sent. Please type them again.',
  'refusal.E_SMTP_BUSY':
    '{host} cannot take mail at the moment: “{answer}”. Nothing was sent. Please try again later.',
  'refusal.E_SMTP_REJECTED': '{host} refused the letter: “{answer}”. It was sent to nobody.',
  'refusal.E_SMTP_UNREACHABLE':
    '{why, select, refused {Nothing answers at {host}, port {port}.} notFound {There is no server named {host}.} timeout {{host} did not answer in time.} other {The connection to {host} broke.}} Please check the server and the port.',
} as const
