/** One order's life, told from all ledgers. */
@NullMarked
package org.fogg.audit.life;

import org.jspecify.annotations.NullMarked;
