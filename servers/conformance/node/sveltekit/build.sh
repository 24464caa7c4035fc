set -e
for name in items vary moved boom; do
  mkdir -p "src/routes/$name"
  cp "$name.js" "src/routes/$name/+server.js"
done
cp hooks.server.js src/hooks.server.js
cp app.html src/app.html
npx vite build >/dev/null
