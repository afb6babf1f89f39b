/**
 * The entry point of the {@code fogg} command: builds the command tree and turns its outcome into
 * an exit code.
 */
@NullMarked
package org.fogg.launcher;

import org.jspecify.annotations.NullMarked;
