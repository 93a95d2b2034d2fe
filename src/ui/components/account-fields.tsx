import type { Models } from '../state/models.ts'
import type { AddressName } from '../state/settings.ts'
import { T } from '../texts.ts'
import { SelectField } from './select-field.tsx'
import { TextField } from './text-field.tsx'

/** Key, addresses and relay of the chosen provider's account. */
export function AccountFields({ models }: { models: Models }) {
  const { settings, providers } = models
  const { direct, callsBack, origin, takes } = providers.current.value
  const { relay, token, pictures } = settings.account.value
  const hasRelay = !direct && (relay !== '' || settings.addressIn('relay') !== '')
  return (
    <>
      <KeyField models={models} />
      <AddressField models={models} name="address" label={T.address} placeholder={origin} />
      {!direct && (
        <AddressField models={models} name="relay" label={T.relay} placeholder={T.noneUsed} note={T.relayNote} />
      )}
      {hasRelay && (
        <>
          <TextField
            label={T.relayToken}
            value={token}
            secret
            onChange={settings.changeToken}
            onLeave={settings.settle}
          />
          {callsBack && (
            <AddressField
              models={models}
              name="callback"
              label={T.callback}
              placeholder={T.noneUsed}
              note={T.callbackNote}
            />
          )}
        </>
      )}
      {takes === 'address' && (
        <SelectField
          label={T.pictures}
          value={hasRelay ? pictures : 'inline'}
          choices={[
            { value: 'inline', label: T.picturesInline },
            ...(hasRelay ? [{ value: 'relay', label: T.picturesByRelay }] : []),
          ]}
          note={hasRelay ? T.picturesNote : T.picturesNoteAlone}
          onChange={(value) => settings.changePictures(value === 'relay' ? 'relay' : 'inline')}
        />
      )}
    </>
  )
}

/** The key, and the way to get one. */
export function KeyField({ models: { settings, providers }, onEnter }: { models: Models; onEnter?: () => unknown }) {
  const { keyPage, keyless } = providers.current.value
  return (
    <TextField
      label={T.apiKey}
      value={settings.account.value.key}
      secret
      onChange={settings.changeKey}
      onLeave={settings.settle}
      onEnter={onEnter}
      note={
        <>
          <a href={keyPage} target="_blank" rel="noreferrer">
            {T.getKey}
          </a>
          {keyless && ` ${T.keyless}`}
        </>
      }
    />
  )
}

interface AddressProps {
  models: Models
  name: AddressName
  label: string
  placeholder: string
  note?: string
}

export function AddressField({ models: { settings }, name, label, placeholder, note }: AddressProps) {
  const refusal = settings.refusals.value[name]
  return (
    <TextField
      label={label}
      value={settings.addressIn(name)}
      placeholder={placeholder}
      note={refusal ?? note}
      wrong={refusal !== undefined}
      onChange={(value) => settings.changeAddress(name, value)}
      onLeave={settings.settle}
    />
  )
}
