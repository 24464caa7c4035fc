set -e
for name in items vary moved boom; do
  mkdir -p "src/routes/$name"
  cp "$name.js" "src/routes/$name/+server.js"
done
cp hooks.server.js src/hooks.server.js
echo '<html><head>%sveltekit.head%</head><body>%sveltekit.body%</body></html>' >src/app.html
# Without a page it has none for errors either, and answers 500 in place of 404.
echo '<p>An API</p>' >src/routes/+page.svelte
npx vite build >/dev/null 2>&1
