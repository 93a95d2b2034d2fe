import { useEffect, useState } from 'preact/hooks'

/** The time, followed while it is shown. */
export function useNow(isRunning: boolean, tick: number): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    if (!isRunning) return
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), tick)
    return () => clearInterval(timer)
  }, [isRunning])
  return now
}
