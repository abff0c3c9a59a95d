/** SHA-256 of `page.css` and `page-script.txt` for the page's policy; a test says what they have to be. */
export const styleHash = 'sha256-v1+/Yw+ErEIJBvNAV3MjlVFSyA4/HVD8Z0EDS+V9DlU=';
export const scriptHash = 'sha256-vo8yZXDKcQsFunFgSb4RdWerZJwzNMTe9rrB/8YHN7Y=';
