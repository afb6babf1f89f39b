/** The books that are compared, behind one interface, and the ladder they are filled from. */
@NullMarked
package org.fogg.benchmarks.book;

import org.jspecify.annotations.NullMarked;
