/** The one model of the panel itself. */
export const LOCAL_MODEL = 'local'

export const isLocal = ({ model }: { model: string }) => model === LOCAL_MODEL
