/** What the site says of itself, and where its pages are. Here, of a made-up API: it is emitted for each. */
export const site = {
  title: 'Library',
  version: '1.0.0',
  description: 'Books and those who wrote them.',
  icon: 'data:,',
  logo: '',
  nav: [{ text: 'Reference', link: '/' }],
  sidebar: [{ text: 'Library', link: '/', collapsed: false, items: [{ text: 'Books', link: '/books/' }] }],
}
