import { LONGEST } from '../presets/preset.ts'
import { ROLES, roleOf } from '../texts/references.ts'
import { T } from '../texts.ts'
import css from './references.module.css'

interface Props {
  /** What it is the role of, as it is called. */
  of: string
  role: string
  onRole: (role: string) => void
}

/** What a reference is for, in a word or two. */
export function RoleField({ of, role, onRole }: Props) {
  return (
    <input
      class={css.role}
      value={role}
      maxLength={LONGEST.role}
      placeholder={T.role}
      aria-label={roleOf(of)}
      title={role || undefined}
      list={SUGGESTED}
      spellcheck={false}
      autocomplete="off"
      onInput={({ currentTarget }) => onRole(currentTarget.value)}
    />
  )
}

/** What the fields of one list suggest, once for all of them. */
export function RoleSuggestions() {
  return (
    <datalist id={SUGGESTED}>
      {ROLES.map((role) => (
        <option key={role} value={role} />
      ))}
    </datalist>
  )
}

const SUGGESTED = 'reference-roles'
