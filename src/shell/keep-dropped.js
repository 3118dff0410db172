{
  let kept = [];
  const keep = (event) => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    if (event.type === 'drop' && event.target.closest('.log-island'))
      kept.push(...event.dataTransfer.files);
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
