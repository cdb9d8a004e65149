import { expect, test } from 'vitest'
import type { PromptItem } from '../../api/queries'
import { aliasChanges } from './AliasForm'

const item = (path: string, version: number, aliases: Record<string, number>) => ({ path, version, aliases }) as unknown as PromptItem
const items = [item('a', 3, { production: 1, staging: 2 }), item('b', 2, { production: 2 }), item('c', 1, {})]
const changes = (target: string) => aliasChanges(items, 'production', target).map(({ item: { path }, from, to }) => [path, from, to])

test('to the latest version goes whatever is not there yet', () => expect(changes('latest')).toEqual([['a', 1, 3], ['c', undefined, 1]]))

test('what lacks the alias to follow stays', () => expect(changes('=staging')).toEqual([['a', 1, 2]]))

test('it is taken from those that have it', () => expect(changes('remove')).toEqual([['a', 1, undefined], ['b', 2, undefined]]))
