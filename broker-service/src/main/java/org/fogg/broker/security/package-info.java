/** Who may ask: API keys, their roles and their rate limits. */
@NullMarked
package org.fogg.broker.security;

import org.jspecify.annotations.NullMarked;
