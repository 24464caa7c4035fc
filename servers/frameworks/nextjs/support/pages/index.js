export default function Page() {
  return <p>page of the dev server</p>;
}
