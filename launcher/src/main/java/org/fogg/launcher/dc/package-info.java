/** Losing a data centre of a running world, and getting it back. */
@NullMarked
package org.fogg.launcher.dc;

import org.jspecify.annotations.NullMarked;
