/**
 * Processes that outlive the JVM that started them and are found again, by another JVM, through a
 * record on disk. A record never leads to a process that merely got the same pid later.
 */
@NullMarked
package org.fogg.stack.process;

import org.jspecify.annotations.NullMarked;
