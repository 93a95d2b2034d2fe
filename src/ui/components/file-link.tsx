import css from './button.module.css'

interface Props {
  children: string
  /** Undefined until there is one. */
  url: string | undefined
  /** What the file is called. */
  file: string
  title?: string
  /** What a screen reader says, where that is not the words. */
  label?: string
  onPress?: () => void
}

/** Saves a file; beside buttons it looks as they do. */
export function FileLink({ children, url, file, title, label, onPress }: Props) {
  if (!url) return null
  return (
    <a
      class={css.button}
      data-tone="quiet"
      data-size="small"
      href={url}
      download={file}
      title={title}
      aria-label={label}
      onClick={onPress}
    >
      {children}
    </a>
  )
}
