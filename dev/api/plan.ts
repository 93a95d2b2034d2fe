import type { Course } from './course.ts'

/** What goes wrong with one request. `none` lets a request through, to plan for a later one. */
export type PlannedOf<Name extends string, Route extends string> = Name | 'none' | PlanOf<Name, Route>

export interface PlanOf<Name extends string, Route extends string> {
  name: Name | 'none'
  /** Default: the one that is asked for a picture, so that others in between do not use the plan up. */
  route?: Route
  /** s, for the `Retry-After` of `busy` and `overloaded`. */
  retryAfter?: number
  /** ms, for `slow`. */
  wait?: number
}

/** Troubles to come, taken in order by the requests of each route. */
export function createPlan<Name extends string, Route extends string, Trouble extends Course>(
  troubles: Record<Name, Trouble>,
  usual: Route,
) {
  let plans: PlanOf<Name, Route>[] = []
  return {
    set(planned: readonly PlannedOf<Name, Route>[]) {
      plans = planned.map((plan) => (typeof plan === 'string' ? { name: plan } : plan))
    },
    next(route: Route): Partial<Trouble> | undefined {
      const index = plans.findIndex((plan) => (plan.route ?? usual) === route)
      const [plan] = index < 0 ? [] : plans.splice(index, 1)
      return plan && troubleIn(troubles, plan)
    },
  }
}

/** What a plan, or the name of a trouble alone, stands for. */
export function troubleIn<Name extends string, Trouble extends Course>(
  troubles: Record<Name, Trouble>,
  planned: PlannedOf<Name, string>,
): Partial<Trouble> {
  const { name, retryAfter, wait }: PlanOf<Name, string> = typeof planned === 'string' ? { name: planned } : planned
  if (name === 'none') return {}
  const trouble = troubles[name]
  const { refuse } = trouble
  return {
    ...trouble,
    ...(refuse && { refuse: () => refuse(retryAfter) }),
    ...(wait !== undefined && { wait }),
  }
}
