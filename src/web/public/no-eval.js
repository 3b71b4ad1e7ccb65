// The content security policy lets no text become code, and zod asks here before it tries. A script of its own, since
// it has to run before the first schema is made.
globalThis.__zod_globalConfig = { jitless: true };
