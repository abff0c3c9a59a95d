/** SHA-256 of `page.css` and `page-script.txt` for the page's policy; a test says what they have to be. */
export const styleHash = 'sha256-o55fgSESukZA73p3ONHmpygCJb7xzHnR5tMT77f6w/0=';
export const scriptHash = 'sha256-vo8yZXDKcQsFunFgSb4RdWerZJwzNMTe9rrB/8YHN7Y=';
