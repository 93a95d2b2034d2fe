import type { Job } from '../jobs/job.ts'

export const show = ({ id, model, state, results, type, error, createdAt, updatedAt }: Job, status: string) => ({
  request_id: id,
  status,
  model_id: model,
  error: error ?? null,
  output: state === 'done' ? { media_url: results, media_type: type } : null,
  created_at: toDate(createdAt),
  updated_at: toDate(updatedAt),
  completed_at: state === 'waiting' || state === 'working' ? null : toDate(updatedAt),
})

const toDate = (time: number) => new Date(time).toISOString()
