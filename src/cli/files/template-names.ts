const TEMPLATE = /\.(?:ya?ml|json|template)$/i;

/** Programs, prose, pictures, archives and temporary files: what is called so is not a template. */
const OTHER =
  /\.(?:[cm]?[jt]sx?|map|py[cdiw]?|rb|go|rs|java|class|jar|kts?|cs|php|swift|scala|c|cc|cpp|h|hpp|o|so|dll|exe|wasm|lua|pl|r|sql|sh|bash|zsh|fish|ps1|bat|cmd|vue|svelte|html?|css|s[ac]ss|less|svg|xml|md|mdx|markdown|rst|adoc|tex|pdf|ipynb|csv|tsv|diff|patch|snap|tmp|sw[op]|log|lock|toml|ini|cfg|conf|properties|env|tf|tfvars|hcl|proto|graphql|png|jpe?g|gif|webp|avif|ico|bmp|tiff?|psd|mp[34]|m4a|mov|avi|webm|wav|ogg|flac|woff2?|ttf|otf|eot|zip|gz|tgz|bz2|xz|7z|rar|tar|zst|br|bin|dat|db|sqlite3?|parquet|pack|idx|pem|crt|cer|key|p12|jks)$/i;

/** Whether files that are called so are looked for. */
export function isTemplateName(name: string): boolean {
  return TEMPLATE.test(name);
}

/** Whether a file that is called so may be a template all the same. */
export function mayBeTemplateName(name: string): boolean {
  return !OTHER.test(name);
}
