import { Hono } from 'hono'
import { cors } from './cors.ts'
import { ApiError } from './errors.ts'
import { meetPlanned } from './meet.ts'
import { showBalance, showRequest, showRequests } from './routes/account.ts'
import { edit } from './routes/edits.ts'
import { showFile } from './routes/media.ts'
import { showModel, showModels } from './routes/models.ts'
import type { Env, Stand } from './stand.ts'

/** Every address the stand-in answers, and what each request passes on its way. */
export function createApp(stand: Stand): Hono<Env> {
  const app = new Hono<Env>()

  app.use(async (context, next) => {
    const seen = stand.seen.open(context.env.incoming, new URL(context.req.url))
    context.set('stand', stand)
    context.set('seen', seen)
    await next()
    const { requestId } = context.var
    if (requestId) context.res.headers.set('x-lumenfall-request-id', requestId)
    seen.status = context.env.incoming.socket.destroyed ? undefined : context.res.status
  })
  app.use(cors)

  app.post(EDITS, edit)
  app.get('/openai/v1/models', meetPlanned('models'), showModels)
  app.get('/openai/v1/models/:id{.+}', meetPlanned('models'), showModel)
  app.get('/v1/balance', meetPlanned('balance'), showBalance)
  app.get('/v1/requests', meetPlanned('requests'), showRequests)
  app.get('/v1/requests/:id', meetPlanned('requests'), showRequest)
  app.get('/media/:name', meetPlanned('media'), showFile)

  app.notFound(({ req }) => new ApiError('NOT_FOUND', `No such route: ${req.method} ${req.path}`).toResponse())
  app.onError((error) => {
    if (error instanceof ApiError) return error.toResponse()
    if (!stand.stopping.aborted) console.error(error)
    return new ApiError('INTERNAL_ERROR', 'Something went wrong on our side').toResponse()
  })
  return app
}

const EDITS = '/openai/v1/images/edits'
