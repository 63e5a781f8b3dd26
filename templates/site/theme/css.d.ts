/** What VitePress bundles is a module, too. */
declare module '*.css'
