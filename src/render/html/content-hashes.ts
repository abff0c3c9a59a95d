/** SHA-256 of the style and of `page-script.txt` for the page's policy; a test says what they have to be. */
export const styleHash = 'sha256-4DrBVcLBwqfyKndj/bd6Hj4qkESXZ4+3g3fUeuOjLI8=';
export const scriptHash = 'sha256-vo8yZXDKcQsFunFgSb4RdWerZJwzNMTe9rrB/8YHN7Y=';
