import type { Models } from '../state/models.ts'
import { allSharpText, notJudgedText, unusedText } from '../texts/audit.ts'
import { T } from '../texts.ts'
import css from './audit.module.css'
import { AuditFilters } from './audit-filters.tsx'
import { AuditList } from './audit-list.tsx'
import { AuditSkeleton } from './audit-skeleton.tsx'
import screen from './screen.module.css'

/** What an audit found: in a few lines, and image by image. */
export function AuditFound({ models }: { models: Models }) {
  const { audit } = models
  const found = audit.found.value
  if (!found) return audit.progress.value ? <AuditSkeleton /> : null
  const notJudged = notJudgedText(found)
  if (found.bitmaps.length === 0) {
    return (
      <>
        <p class={screen.empty}>{T.auditNone}</p>
        {notJudged && <p class={css.quiet}>{notJudged}</p>}
      </>
    )
  }
  const { small, soft } = audit.counts.value
  const unused = audit.unused.value
  return (
    <>
      <div class={css.summary}>
        {small + soft === 0 && <h2>{allSharpText(audit.target.value)}</h2>}
        <p>{audit.summary.value}</p>
        {unused.bytes > 0 && <p class={css.quiet}>{unusedText(unused)}</p>}
        {notJudged && <p class={css.quiet}>{notJudged}</p>}
      </div>
      <AuditFilters audit={audit} />
      <AuditList models={models} />
    </>
  )
}
