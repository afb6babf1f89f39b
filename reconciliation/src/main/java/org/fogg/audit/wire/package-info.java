/** The parts of wire messages that several ledgers share. */
@NullMarked
package org.fogg.audit.wire;

import org.jspecify.annotations.NullMarked;
