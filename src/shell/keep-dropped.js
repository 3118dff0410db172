{
  let kept = [];
  const keep = (event) => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    // What is under the pointer may be a piece of text, which has no `closest`.
    const isOver = event.composedPath().some((place) => place.matches?.('.log-island'));
    if (event.type === 'drop' && isOver) kept.push(...event.dataTransfer.files);
  };
  addEventListener('dragover', keep);
  addEventListener('drop', keep);
  addEventListener('log-tool-ready', ({ detail }) => {
    removeEventListener('dragover', keep);
    removeEventListener('drop', keep);
    if (kept.length) detail(kept);
    kept = [];
  });
}
