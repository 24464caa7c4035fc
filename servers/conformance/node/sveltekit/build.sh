set -e
for name in items vary moved boom; do
  mkdir -p "src/routes/$name"
  cp "$name.js" "src/routes/$name/+server.js"
done
cp hooks.server.js src/hooks.server.js
echo '<html><head>%sveltekit.head%</head><body>%sveltekit.body%</body></html>' >src/app.html
npx vite build >/dev/null 2>&1
