import { Hono, type MiddlewareHandler } from 'hono'
import { grantCors } from '../cors.ts'
import { answerErrors, type HostEnv, watch } from '../host.ts'
import { meet, meetPlanned } from '../meet.ts'
import type { HostName, JobStand } from './stand.ts'
import type { JobRoute, JobTrouble } from './trouble.ts'
import { MOVED } from './work.ts'

/** The service itself: its own routes, the status of jobs, and the files, for who takes a relative address by its word. */
export function createServiceHost(stand: JobStand): Hono<HostEnv> {
  const { service, settings } = stand
  const app = createHost('service', stand)
  app.use(
    grantCors({
      headers: service.headers,
      exposed: () => (settings.exposeHeaders ? 'Retry-After' : undefined),
      policy: () => settings.cors,
    }),
  )
  service.addRoutes(app, stand)
  app.get(service.statusPath(':id'), (context) => {
    const trouble = takeTrouble('poll', stand)
    return meet(trouble, context, async () => {
      const key = authenticate(context.req.raw.headers, stand)
      return showJob(context.req.param('id') ?? '', stand, key)
    })
  })
  app.get('*', showFile(stand))
  app.notFound(({ req }) => service.refusal('not-found', `No such route: ${req.method} ${req.path}`).toResponse())
  return app
}

/** Where the results are. It asks for no key, and answers as plainly as a bucket does. */
export function createMediaHost(stand: JobStand): Hono<HostEnv> {
  const app = createHost('media', stand)
  app.use(grantCors({ headers: [], policy: () => (stand.settings.mediaCors ? 'always' : 'never') }))
  app.use(meetPlanned(() => stand.plan.next('result')))
  app.get(`/${MOVED}*`, ({ req, redirect }) => redirect(`${stand.urls.elsewhere}${req.path.slice(MOVED.length)}`))
  app.get('*', showFile(stand))
  return app
}

/**
 * A host that is not the service's, to which answers may point. It tempts: it takes any header from a page, and shows
 * jobs and files to who asks without a key.
 */
export function createElsewhere(stand: JobStand): Hono<HostEnv> {
  const app = createHost('elsewhere', stand)
  app.use(grantCors({ headers: stand.service.headers, policy: () => 'always' }))
  app.get(stand.service.statusPath(':id'), ({ req }) => showJob(req.param('id') ?? '', stand))
  app.get('*', showFile(stand))
  return app
}

/** Throws the service's `denied` unless the request carries a key that there is. */
export function authenticate(headers: Headers, { service, wallets }: JobStand): string {
  const key = service.keyIn(headers)
  if (key === undefined) throw service.refusal('denied', 'No API key was sent')
  if (!wallets.has(key)) throw service.refusal('denied')
  return key
}

export function takeTrouble(route: JobRoute, { plan, jobs }: JobStand): JobTrouble {
  const trouble = plan.next(route) ?? {}
  if (trouble.restart) jobs.clear()
  return trouble
}

function createHost(name: HostName, { seen, service, stopping }: JobStand) {
  const app = new Hono<HostEnv>()
  app.use(watch(seen[name], stopping))
  app.onError(answerErrors(stopping, () => service.refusal('internal')))
  return app
}

/** `key`: whose job it has to be, where that is asked. */
function showJob(id: string, { service, jobs, settings }: JobStand, key?: string): Response {
  const job = jobs.find(id)
  const expired = service.jobsExpire && job && Date.now() - job.createdAt >= settings.mediaLife
  if (!job || expired || (key !== undefined && job.key !== key)) throw service.refusal('not-found')
  const odd = job.state === 'working' && job.trouble.oddWord
  return Response.json(service.show(job, odd ? service.oddWord : service.words[job.state]))
}

const showFile =
  ({ media, settings }: JobStand): MiddlewareHandler<HostEnv> =>
  async (context, next) => {
    const file = media.find(context.req.path.slice(1), settings.mediaLife)
    if (!file) return next()
    return new Response(new Uint8Array(file.bytes), { headers: { 'content-type': file.type } })
  }
