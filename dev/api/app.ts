import { Hono } from 'hono'
import { grantCors } from './cors.ts'
import { ApiError } from './errors.ts'
import { answerErrors, watch } from './host.ts'
import { meetPlanned } from './meet.ts'
import { showBalance, showRequest, showRequests } from './routes/account.ts'
import { edit } from './routes/edits.ts'
import { showFile } from './routes/media.ts'
import { showModel, showModels } from './routes/models.ts'
import type { Env, Stand } from './stand.ts'
import type { Route } from './trouble.ts'

/** Every address the stand-in answers, and what each request passes on its way. */
export function createApp(stand: Stand): Hono<Env> {
  const app = new Hono<Env>()
  const { seen, settings, stopping } = stand

  app.use(watch(seen, stopping))
  app.use(async (context, next) => {
    context.set('stand', stand)
    await next()
    const { requestId } = context.var
    if (requestId) context.res.headers.set('x-lumenfall-request-id', requestId)
  })
  app.use(
    grantCors({
      headers: ['authorization', 'content-type'],
      exposed: () => (settings.exposeHeaders ? 'Retry-After, X-Lumenfall-Request-Id' : undefined),
      policy: (path) => (path.startsWith('/media/') && !settings.mediaCors ? 'never' : settings.cors),
    }),
  )

  const planned = (route: Route) => meetPlanned(() => stand.plan.next(route))
  app.post(EDITS, edit)
  app.get('/openai/v1/models', planned('models'), showModels)
  app.get('/openai/v1/models/:id{.+}', planned('models'), showModel)
  app.get('/v1/balance', planned('balance'), showBalance)
  app.get('/v1/requests', planned('requests'), showRequests)
  app.get('/v1/requests/:id', planned('requests'), showRequest)
  app.get('/media/:name', planned('media'), showFile)

  app.notFound(({ req }) => new ApiError('NOT_FOUND', `No such route: ${req.method} ${req.path}`).toResponse())
  app.onError(answerErrors(stopping, () => new ApiError('INTERNAL_ERROR', 'Something went wrong on our side')))
  return app
}

const EDITS = '/openai/v1/images/edits'
