/** ContainerMixin. */
export const CONTAINER_ABSENT = ['expanded'] as const
