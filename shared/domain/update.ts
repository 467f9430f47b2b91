import * as z from 'zod/mini'

/**
 * Where newer Kepts are announced, without a slash at its end, and the key that signs the announcements: Ed25519, as
 * SubjectPublicKeyInfo in base64.
 */
export const UpdateFeed = z.strictObject({
  address: z.string().check(z.regex(/^https:\/\/[^\s?#]*[^\s?#/]$/), z.maxLength(500)),
  key: z.string().check(z.regex(/^[A-Za-z0-9+/]{59}=$/)),
})
export type UpdateFeed = Readonly<z.infer<typeof UpdateFeed>>

/** A newer Kept as the feed announces it: its version, and the SHA-512 of each file it can be installed from. */
export type FoundUpdate = { readonly version: string; readonly hashes: readonly string[] }

/** How far Kept is with a newer one. */
export type UpdateState =
  | { readonly kind: 'unknown' | 'looking' | 'newest' }
  | { readonly kind: 'found' | 'fetching' | 'ready'; readonly version: string }
  | { readonly kind: 'failed'; readonly code: 'E_UPDATE_UNREACHABLE' | 'E_UPDATE_INVALID' }
