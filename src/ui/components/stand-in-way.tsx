import type { FirstRunModel } from '../state/first-run.ts'
import { STAND_IN_TEXTS } from '../texts/stand-in.ts'
import { Button } from './button.tsx'
import css from './screen.module.css'

interface Props {
  firstRun: FirstRunModel
  disabled: boolean
}

/** The way without a key, in builds that know of a stand-in on this computer. */
export function StandInWay({ firstRun, disabled }: Props) {
  const [provider = '', address = '', key = ''] = STAND_IN.split(' ')
  return (
    <section class={css.group}>
      <h2>{STAND_IN_TEXTS.title}</h2>
      <p class={css.text}>{STAND_IN_TEXTS.note}</p>
      <Button disabled={disabled} onPress={() => void firstRun.checkWith(provider, { address, key })}>
        {STAND_IN_TEXTS.tries}
      </Button>
    </section>
  )
}
