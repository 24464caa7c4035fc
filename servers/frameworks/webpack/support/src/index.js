document.body.textContent = 'built';
