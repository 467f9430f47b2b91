import * as z from 'zod/mini'

/*
 * Imported first wherever schemas are made: under the page's content security policy zod may not compile
 * code from text, so it is told to interpret its schemas instead.
 */
z.config({ jitless: true })
