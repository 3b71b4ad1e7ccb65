import { z } from 'zod';

// The content security policy lets no text become code; zod would try to and be refused.
z.config({ jitless: true });
