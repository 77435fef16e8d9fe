/** Bytes as people say them: `187.3 MB`; small files keep their bytes. */
export function megabytes(bytes: unknown): string {
  const size = Number(bytes)
  return size < 1024 * 1024 ? `${size} B` : `${Number((size / 1024 / 1024).toFixed(1))} MB`
}
