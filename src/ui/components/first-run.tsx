import { useEffect } from 'preact/hooks'
import type { Models } from '../state/models.ts'
import { ADVICE_BESIDE_BOXES, ADVICE_BESIDE_KEY } from '../texts/faults.ts'
import { FIRST_RUN, leavesText } from '../texts/first-run.ts'
import { T } from '../texts.ts'
import { AccountCheck } from './account-check.tsx'
import { AddressField, KeyField } from './account-fields.tsx'
import { Button } from './button.tsx'
import { checkPressed } from './check-pressed.ts'
import { relayHostOf } from './privacy.ts'
import { ProviderField } from './provider-field.tsx'
import css from './screen.module.css'
import { StandInWay } from './stand-in-way.tsx'

interface Props {
  models: Models
  onSettings: () => void
}

/** What the Edit tab shows before there is a key: what Refill does, the way to a key, and what leaves the file. */
export function FirstRun({ models, onSettings }: Props) {
  const { firstRun, settings, account, providers } = models
  const { label, keyless, origin } = providers.current.value
  useEffect(() => {
    firstRun.begin()
    return () => {
      // A box that goes away with its tab may not say that it was left.
      settings.settle()
      firstRun.end()
    }
  }, [])
  return (
    <>
      <section class={css.group}>
        <h2>{FIRST_RUN.title}</h2>
        <p>{FIRST_RUN.what}</p>
        <p>{FIRST_RUN.kept}</p>
        <p>{FIRST_RUN.needs}</p>
      </section>
      <section class={css.group}>
        <h2>{FIRST_RUN.haveKey}</h2>
        <ProviderField models={models} />
        <KeyField models={models} onEnter={() => checkPressed(models, firstRun.check)} />
        {keyless && <AddressField models={models} name="address" label={T.address} placeholder={origin} />}
        <AccountCheck
          models={models}
          tone="action"
          onCheck={firstRun.check}
          advice={keyless ? ADVICE_BESIDE_BOXES : ADVICE_BESIDE_KEY}
        >
          {(error) =>
            error.fault !== 'denied' &&
            error.fault !== 'settings' && (
              <Button size="small" onPress={firstRun.end}>
                {FIRST_RUN.goOn}
              </Button>
            )
          }
        </AccountCheck>
      </section>
      {STAND_IN !== '' && <StandInWay firstRun={firstRun} disabled={account.check.value.at === 'checking'} />}
      <section class={css.group}>
        <h2>{T.privacyTitle}</h2>
        <p class={css.text}>
          {leavesText({ label: keyless ? providers.host.value : label, relay: relayHostOf(models) })}
        </p>
        <div>
          <Button size="small" onPress={onSettings}>
            {FIRST_RUN.allOfIt}
          </Button>
        </div>
      </section>
    </>
  )
}
