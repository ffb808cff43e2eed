window.__pwned=1;
