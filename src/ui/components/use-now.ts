import { useEffect, useState } from 'preact/hooks'

/** The time, followed while it is shown. All that follow it change at the same moments, so that each is drawn once. */
export function useNow(isRunning: boolean, tick: number): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    if (!isRunning) return
    let timer: ReturnType<typeof setTimeout>
    const follow = () => {
      const now = Date.now()
      setNow(now)
      timer = setTimeout(follow, tick - (now % tick))
    }
    follow()
    return () => clearTimeout(timer)
  }, [isRunning])
  return now
}
