import { defineConfig } from './generator/config.js'

export default defineConfig({
  spec: 'spec/provisioning.yaml',
  out: 'generated',
})
