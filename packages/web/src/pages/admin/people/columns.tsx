import type { routes } from '@gangmu/contract'
import type { Role } from '@gangmu/core'
import { Link } from 'react-router'
import type { z } from 'zod'
import { paths } from '../../../paths.js'
import type { Column } from '../../../ui/data-table.js'
import type { Words } from '../../../words/words.js'

type Person = z.output<typeof routes.overview.people.reply>['people'][number]

export function peopleColumns(words: Words): readonly Column<Person>[] {
  const { peopleColumns: columns } = words.admin
  return [
    { key: 'name', title: columns.name, width: '16%', render: (row) => row.name },
    { key: 'username', title: columns.username, width: '16%', render: (row) => row.username },
    {
      key: 'posts',
      title: columns.posts,
      render: (row) => (
        <ul>
          {row.posts.map((post) => (
            <li key={`${post.unit} ${post.role} ${post.from ?? ''}`} className="inline">
              <Link to={paths.unit(post.unit)}>{post.unitName}</Link>{' '}
              {words.roles[post.role as Role] ?? post.role}
              {(post.from !== null || post.until !== null) && (
                <small className="beside">{words.admin.postFromTo(post.from, post.until)}</small>
              )}
            </li>
          ))}
        </ul>
      ),
    },
    {
      key: 'state',
      title: columns.state,
      width: '100px',
      render: (row) => (row.disabled ? words.admin.disabled : words.admin.enabled),
    },
  ]
}
