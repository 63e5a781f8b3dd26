import { defineConfig } from './generator/config.js'

export default defineConfig({
  spec: 'spec/provisioning.yaml',
  out: 'generated',
  changelog: [{ overlays: ['spec/versions/before-identity-providers.overlay.yaml'] }],
})
