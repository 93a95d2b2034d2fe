import type { Context } from 'hono'
import { authenticate } from '../auth.ts'
import { findModel, MODELS, toEntry } from '../models.ts'
import type { Env } from '../stand.ts'

export async function showModels(context: Context<Env>): Promise<Response> {
  authenticate(context)
  return context.json({ object: 'list', data: MODELS.map(toEntry) })
}

export async function showModel(context: Context<Env>): Promise<Response> {
  authenticate(context)
  return context.json(toEntry(findModel(context.req.param('id') ?? '')))
}
